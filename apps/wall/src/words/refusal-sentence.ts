import type { Language } from '@flagtower/charts';
import { FlagtowerError, type ProblemCode } from '@flagtower/contracts';

const sentences: Readonly<Record<Language, Partial<Record<ProblemCode, string>> & { readonly other: string }>> = {
  vi: {
    BAD_REQUEST: 'Địa chỉ này có phần không đọc được. Hãy mở lại trang từ trình đơn.',
    UNAUTHORISED: 'Cần đăng nhập để xem.',
    FORBIDDEN: 'Tài khoản này không được xem.',
    NOT_FOUND: 'Không tìm thấy mục này.',
    UNKNOWN_KPI: 'Không có chỉ số này.',
    UNKNOWN_UNIT: 'Không có đơn vị này vào ngày đang xem.',
    UNKNOWN_SOURCE: 'Không có nguồn dữ liệu này.',
    TOO_MANY_REQUESTS: 'Đã hỏi quá nhiều lần. Hãy đợi một phút rồi thử lại.',
    STORE_UNAVAILABLE: 'Máy chủ không trả lời. Hãy đợi ít giây rồi thử lại.',
    DISK_FULL: 'Ổ đĩa của máy chủ đã đầy. Hãy báo người quản trị.',
    PROTOCOL_VERSION: 'Trang này cũ hơn máy chủ. Hãy tải lại trang.',
    other: 'Máy chủ gặp lỗi. Hãy thử lại; nếu vẫn lỗi, báo người quản trị.',
  },
  en: {
    BAD_REQUEST: 'A part of this address cannot be read. Open the page anew from the menu.',
    UNAUTHORISED: 'Sign in to see it.',
    FORBIDDEN: 'This account may not see it.',
    NOT_FOUND: 'It was not found.',
    UNKNOWN_KPI: 'There is no such figure.',
    UNKNOWN_UNIT: 'There is no such unit on the day shown.',
    UNKNOWN_SOURCE: 'There is no such source.',
    TOO_MANY_REQUESTS: 'Asked too often. Wait a minute and try again.',
    STORE_UNAVAILABLE: 'The server does not answer. Wait some seconds and try again.',
    DISK_FULL: 'The server’s disk is full. Tell the administrator.',
    PROTOCOL_VERSION: 'This page is older than the server. Reload it.',
    other: 'The server met an error. Try again; if it stays, tell the administrator.',
  },
};

/** Why a page cannot show what was asked for and what to do about it: the service’s own reasons are in one language only. */
export function refusalSentence(error: unknown, language: Language): string {
  const code = error instanceof FlagtowerError ? error.code : 'INTERNAL';
  return sentences[language][code] ?? sentences[language].other;
}
