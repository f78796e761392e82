import type { Language } from '@flagtower/charts';
import type { ProblemCode } from '@flagtower/contracts';

/** In which ways a source fails that is asked or listened to. */
export type SourceFault = Extract<ProblemCode, `SOURCE_${string}`>;

/** What is wrong, and what to do about it. */
export type FaultWords = Readonly<Record<'title' | 'remedy', string>>;

export const sourceFaults: Readonly<Record<Language, Readonly<Record<SourceFault, FaultWords>>>> = {
  vi: {
    SOURCE_UNREACHABLE: {
      title: 'Không ai trả lời ở địa chỉ của nguồn',
      remedy: 'Kiểm tra máy chủ của nguồn còn chạy và đường mạng tới đó còn thông; hệ thống tự hỏi lại.',
    },
    SOURCE_UNKNOWN_HOST: {
      title: 'Không tìm thấy tên máy chủ của nguồn',
      remedy: 'Kiểm tra tên trong địa chỉ và dịch vụ tên miền (DNS) của máy này.',
    },
    SOURCE_NOT_TRUSTED: {
      title: 'Chứng thư số của nguồn không đáng tin',
      remedy: 'Báo đơn vị chủ quản thay chứng thư, hoặc khai đơn vị cấp chứng thư trong NODE_EXTRA_CA_CERTS.',
    },
    SOURCE_TOO_SLOW: {
      title: 'Nguồn không trả lời xong trong thời gian cho phép',
      remedy: 'Hệ thống tự hỏi lại; nếu nguồn vốn chậm, tăng pull.timeoutSeconds.',
    },
    SOURCE_BREAKS_OFF: {
      title: 'Nguồn trả lời dở rồi ngắt',
      remedy: 'Hệ thống tự hỏi lại; nếu còn lặp lại, báo đơn vị chủ quản.',
    },
    SOURCE_MOVED: {
      title: 'Nguồn chuyển sang địa chỉ khác',
      remedy: 'Hỏi đơn vị chủ quản địa chỉ mới rồi khai lại trong pull.url; hệ thống không tự đi theo.',
    },
    SOURCE_WANTS_KEY: {
      title: 'Nguồn không nhận khóa truy cập',
      remedy: 'Kiểm tra khóa khai trong secretHeaders, hoặc xin khóa mới.',
    },
    SOURCE_NOT_THERE: {
      title: 'Địa chỉ của nguồn không còn dữ liệu',
      remedy: 'Kiểm tra địa chỉ, hoặc hỏi đơn vị chủ quản địa chỉ mới.',
    },
    SOURCE_BUSY: {
      title: 'Nguồn đang bận, hẹn hỏi lại sau',
      remedy: 'Hệ thống tự hỏi lại; nếu còn lặp lại, giãn nhịp hỏi.',
    },
    SOURCE_FAILS: {
      title: 'Máy chủ của nguồn đang lỗi',
      remedy: 'Hệ thống tự hỏi lại; nếu còn lặp lại, báo đơn vị chủ quản.',
    },
    SOURCE_GIVES_PAGE: {
      title: 'Nguồn trả về trang web thay cho dữ liệu',
      remedy: 'Khai địa chỉ của chính dữ liệu; nếu phải đăng nhập, xin đơn vị chủ quản khóa truy cập.',
    },
    SOURCE_REFUSES: { title: 'Nguồn từ chối', remedy: 'Kiểm tra cấu hình, hoặc hỏi đơn vị chủ quản.' },
  },
  en: {
    SOURCE_UNREACHABLE: {
      title: 'Nobody answers at the address of the source',
      remedy: 'See whether its server runs and the network leads there; it is asked again by itself.',
    },
    SOURCE_UNKNOWN_HOST: {
      title: 'The name of the source’s server is not known',
      remedy: 'Check the name in the address, and the name service (DNS) of this machine.',
    },
    SOURCE_NOT_TRUSTED: {
      title: 'The certificate of the source cannot be trusted',
      remedy: 'Ask its owner for a valid one, or name its authority in NODE_EXTRA_CA_CERTS.',
    },
    SOURCE_TOO_SLOW: {
      title: 'The source does not end its answer in time',
      remedy: 'It is asked again by itself; raise pull.timeoutSeconds if it needs longer.',
    },
    SOURCE_BREAKS_OFF: {
      title: 'The source breaks off its answer',
      remedy: 'It is asked again by itself; tell its owner if this goes on.',
    },
    SOURCE_MOVED: {
      title: 'The source has moved to another address',
      remedy: 'Ask its owner for the new one and give it in pull.url; it is not followed by itself.',
    },
    SOURCE_WANTS_KEY: {
      title: 'The source does not accept our key',
      remedy: 'Check the key named in secretHeaders, or ask for a new one.',
    },
    SOURCE_NOT_THERE: {
      title: 'There is no data at the address of the source',
      remedy: 'Check the address, or ask its owner for the new one.',
    },
    SOURCE_BUSY: {
      title: 'The source is busy and wants to be asked later',
      remedy: 'It is asked again by itself; ask it less often if this goes on.',
    },
    SOURCE_FAILS: {
      title: 'The server of the source has a fault',
      remedy: 'It is asked again by itself; tell its owner if this goes on.',
    },
    SOURCE_GIVES_PAGE: {
      title: 'The source gives a web page in place of data',
      remedy: 'Give the address of the data itself; where it wants people to sign in, ask its owner for a key.',
    },
    SOURCE_REFUSES: { title: 'The source refuses', remedy: 'Check its configuration, or ask its owner.' },
  },
};
