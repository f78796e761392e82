import type { Language } from '@flagtower/charts';
import type { Role } from '@flagtower/contracts';

/** What a role is called. */
export const roleNames: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
  vi: { viewer: 'Người xem', steward: 'Người nhập số liệu', approver: 'Người duyệt', admin: 'Quản trị' },
  en: { viewer: 'Viewer', steward: 'Steward', approver: 'Approver', admin: 'Administrator' },
};
