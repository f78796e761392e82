import type { Language } from '@flagtower/charts';
import type { Role } from '@flagtower/contracts';

import { roleNames } from '../session/role-names.ts';

interface AccountWords {
  readonly roles: Readonly<Record<Role, string>>;
  /** What a role may do, each more than the one before. */
  readonly may: Readonly<Record<Role, string>>;
  readonly signIn: {
    readonly title: string;
    /** The same page for who is in. */
    readonly mine: string;
    readonly name: string;
    readonly password: string;
    readonly enter: string;
    readonly wrong: string;
    readonly tooMany: string;
    readonly none: string;
    readonly here: (name: string, role: string) => string;
    readonly leave: string;
    readonly toReports: string;
    readonly toAccounts: string;
  };
  readonly ownPassword: Readonly<
    Record<
      | 'title'
      | 'current'
      | 'currentWrong'
      | 'next'
      | 'same'
      | 'change'
      | 'changed'
      | 'others'
      | 'tooMany'
      | 'elsewhere',
      string
    >
  >;
  readonly invitation: {
    readonly title: string;
    readonly passwordTitle: string;
    readonly firstAdmin: string;
    readonly asRole: (role: string) => string;
    readonly ofName: (name: string) => string;
    readonly until: (moment: string) => string;
    readonly displayName: string;
    readonly displayNameHint: string;
    readonly name: string;
    readonly nameHint: string;
    readonly nameWrong: string;
    readonly nameTaken: string;
    readonly password: string;
    readonly passwordHint: string;
    readonly passwordShort: string;
    readonly passwordHasName: string;
    readonly show: string;
    readonly make: string;
    readonly renew: string;
    readonly closed: string;
    readonly loading: string;
  };
  readonly accounts: {
    readonly title: string;
    readonly needsAdmin: string;
    readonly signIn: string;
    readonly invite: string;
    readonly inviteWhy: string;
    readonly role: string;
    readonly makeLink: string;
    readonly link: (until: string) => string;
    readonly copy: string;
    readonly copied: string;
    readonly list: string;
    readonly columns: Readonly<Record<'person' | 'role' | 'seen' | 'state' | 'actions', string>>;
    readonly roleOf: (name: string) => string;
    readonly open: string;
    readonly locked: string;
    readonly never: string;
    readonly lock: string;
    readonly unlock: string;
    readonly newPassword: string;
    readonly lastAdmin: string;
  };
}

export const accountWords: Readonly<Record<Language, AccountWords>> = {
  vi: {
    roles: roleNames.vi,
    may: {
      viewer: 'xem mọi số liệu',
      steward: 'xem, nhập số liệu báo cáo',
      approver: 'xem, nhập, duyệt số liệu của người khác',
      admin: 'mọi việc, kể cả tài khoản',
    },
    signIn: {
      title: 'Đăng nhập',
      mine: 'Tài khoản của tôi',
      name: 'Tên đăng nhập',
      password: 'Mật khẩu',
      enter: 'Đăng nhập',
      wrong: 'Tên đăng nhập và mật khẩu không khớp với tài khoản nào đang mở.',
      tooMany: 'Đã thử sai quá nhiều lần. Hãy đợi tối đa 15 phút.',
      none: 'Chưa có tài khoản hoặc quên mật khẩu? Nhờ quản trị gửi một liên kết.',
      here: (name, role) => `${name} đang đăng nhập (${role}).`,
      leave: 'Đăng xuất',
      toReports: 'Số liệu báo cáo',
      toAccounts: 'Tài khoản',
    },
    ownPassword: {
      title: 'Đổi mật khẩu',
      current: 'Mật khẩu hiện tại',
      currentWrong: 'Đây không phải mật khẩu hiện tại.',
      next: 'Mật khẩu mới',
      same: 'Mật khẩu mới trùng với mật khẩu hiện tại.',
      change: 'Đổi mật khẩu',
      changed: 'Đã đổi mật khẩu. Các trình duyệt khác đã bị đăng xuất.',
      others: 'Khi đổi, tài khoản này bị đăng xuất khỏi mọi trình duyệt khác.',
      tooMany: 'Đã thử sai quá nhiều lần. Hãy đợi tối đa 15 phút.',
      elsewhere: 'Mật khẩu vừa được đổi ở nơi khác. Hãy đăng nhập lại bằng mật khẩu đang dùng.',
    },
    invitation: {
      title: 'Tạo tài khoản',
      passwordTitle: 'Đặt mật khẩu mới',
      firstAdmin: 'Đây là tài khoản quản trị đầu tiên của máy chủ này.',
      asRole: (role) => `Bạn được mời với vai trò: ${role}.`,
      ofName: (name) => `Tài khoản: ${name}`,
      until: (moment) => `Liên kết dùng được một lần, đến ${moment}.`,
      displayName: 'Họ và tên',
      displayNameHint: 'Hiện bên cạnh số liệu mà bạn nhập hoặc duyệt.',
      name: 'Tên đăng nhập',
      nameHint: 'Từ 3 ký tự: chữ không dấu, số, dấu chấm, gạch.',
      nameWrong: 'Chỉ dùng chữ không dấu, số, dấu chấm, gạch và @; ít nhất 3 ký tự.',
      nameTaken: 'Tên này đã có người dùng.',
      password: 'Mật khẩu',
      passwordHint: 'Ít nhất 12 ký tự. Một câu dài dễ nhớ là tốt nhất.',
      passwordShort: 'Mật khẩu cần ít nhất 12 ký tự.',
      passwordHasName: 'Mật khẩu không được chứa tên đăng nhập.',
      show: 'Hiện mật khẩu',
      make: 'Tạo tài khoản',
      renew: 'Đặt mật khẩu',
      closed: 'Liên kết này không đúng, đã dùng hoặc đã hết hạn. Hãy nhờ quản trị gửi liên kết khác.',
      loading: 'Đang xem liên kết',
    },
    accounts: {
      title: 'Tài khoản',
      needsAdmin: 'Trang này dành cho quản trị.',
      signIn: 'Đăng nhập',
      invite: 'Mời một người',
      inviteWhy: 'Gửi liên kết cho người đó; họ tự chọn tên và mật khẩu. Liên kết dùng được một lần, trong ba ngày.',
      role: 'Vai trò',
      makeLink: 'Tạo liên kết mời',
      link: (until) => `Chỉ hiện lần này. Dùng được đến ${until}.`,
      copy: 'Chép liên kết',
      copied: 'Đã chép',
      list: 'Những người có tài khoản',
      columns: { person: 'Người', role: 'Vai trò', seen: 'Dùng lần cuối', state: 'Trạng thái', actions: 'Việc' },
      roleOf: (name) => `Vai trò của ${name}`,
      open: 'đang mở',
      locked: 'đã khóa',
      never: 'không có phiên nào',
      lock: 'Khóa',
      unlock: 'Mở khóa',
      newPassword: 'Liên kết đặt lại mật khẩu',
      lastAdmin: 'Đây là quản trị cuối cùng còn đăng nhập được. Hãy cử một quản trị khác trước.',
    },
  },
  en: {
    roles: roleNames.en,
    may: {
      viewer: 'reads all figures',
      steward: 'reads, enters reports',
      approver: 'reads, enters, approves what others entered',
      admin: 'everything, accounts included',
    },
    signIn: {
      title: 'Sign in',
      mine: 'My account',
      name: 'Name',
      password: 'Password',
      enter: 'Sign in',
      wrong: 'Name and password do not belong to an account that is open.',
      tooMany: 'Too many failed attempts. Wait up to 15 minutes.',
      none: 'No account, or forgot the password? Ask an administrator for a link.',
      here: (name, role) => `${name} is signed in (${role}).`,
      leave: 'Sign out',
      toReports: 'Reports',
      toAccounts: 'Accounts',
    },
    ownPassword: {
      title: 'Change the password',
      current: 'Current password',
      currentWrong: 'This is not the current password.',
      next: 'New password',
      same: 'The new password is the current one.',
      change: 'Change the password',
      changed: 'The password is changed. Other browsers are signed out.',
      others: 'The change signs this account out of every other browser.',
      tooMany: 'Too many wrong attempts. Wait up to 15 minutes.',
      elsewhere: 'The password was just changed elsewhere. Sign in again with the one that holds now.',
    },
    invitation: {
      title: 'Make your account',
      passwordTitle: 'Set a new password',
      firstAdmin: 'This is the first administrator’s account of this server.',
      asRole: (role) => `You are invited with the role: ${role}.`,
      ofName: (name) => `Account: ${name}`,
      until: (moment) => `The link works once, until ${moment}.`,
      displayName: 'Your name',
      displayNameHint: 'Shown beside the figures that you enter or approve.',
      name: 'Name to sign in',
      nameHint: 'From 3 characters: a to z, digits, dots, dashes.',
      nameWrong: 'Only a to z, digits, dots, dashes and @; 3 characters at least.',
      nameTaken: 'This name is taken.',
      password: 'Password',
      passwordHint: '12 characters at least. A long sentence that you remember is best.',
      passwordShort: 'A password needs 12 characters at least.',
      passwordHasName: 'The password must not contain the name.',
      show: 'Show the password',
      make: 'Make the account',
      renew: 'Set the password',
      closed: 'This link is not valid, was used, or has run out. Ask an administrator for another one.',
      loading: 'Looking at the link',
    },
    accounts: {
      title: 'Accounts',
      needsAdmin: 'This page is for administrators.',
      signIn: 'Sign in',
      invite: 'Invite somebody',
      inviteWhy: 'Send them the link; they choose name and password themselves. It works once, for three days.',
      role: 'Role',
      makeLink: 'Make a link',
      link: (until) => `Shown this once. It works until ${until}.`,
      copy: 'Copy the link',
      copied: 'Copied',
      list: 'Who has an account',
      columns: { person: 'Person', role: 'Role', seen: 'Last seen', state: 'State', actions: 'Actions' },
      roleOf: (name) => `Role of ${name}`,
      open: 'open',
      locked: 'locked',
      never: 'no session',
      lock: 'Lock',
      unlock: 'Unlock',
      newPassword: 'Link for a new password',
      lastAdmin: 'This is the last administrator who can sign in. Make somebody else one first.',
    },
  },
};
