import { minuteMomentText, numberText, type Language } from '@flagtower/charts';
import type { ProblemCode, SourceBoardRow } from '@flagtower/contracts';

import { sourceFaults, type FaultWords } from '../words/source-faults.ts';

interface TroubleWords {
  readonly broker: Readonly<Record<'SOURCE_UNREACHABLE' | 'SOURCE_REFUSES', FaultWords>>;
  readonly others: Partial<Readonly<Record<ProblemCode, FaultWords>>>;
  readonly unknown: FaultWords;
  readonly since: (title: string, moment: string, times: string) => string;
}

const words: Readonly<Record<Language, TroubleWords>> = {
  vi: {
    broker: {
      SOURCE_UNREACHABLE: {
        title: 'Máy chủ MQTT không trả lời',
        remedy: 'Kiểm tra máy chủ MQTT còn chạy và MQTT_URL; hệ thống tự nối lại.',
      },
      SOURCE_REFUSES: {
        title: 'Máy chủ MQTT từ chối',
        remedy: 'Kiểm tra tên, mật khẩu trong MQTT_URL và quyền nghe các chủ đề của nguồn.',
      },
    },
    others: {
      PORT_BUSY: {
        title: 'Cổng nghe của nguồn đang bị chương trình khác dùng',
        remedy: 'Tắt chương trình đó, hoặc khai cổng khác cho nguồn.',
      },
      BAD_FILE: {
        title: 'Nội dung không đúng định dạng đã khai',
        remedy: 'Xem lại định dạng và địa chỉ đã khai, hoặc báo đơn vị chủ quản; hệ thống tự hỏi lại.',
      },
      TOO_LARGE: {
        title: 'Nội dung lớn hơn mức cho phép',
        remedy: 'Xem nguồn có gửi nhầm không; nếu đúng là vậy, tăng mostBytes.',
      },
      BAD_REQUEST: {
        title: 'Cấu hình nguồn chưa đúng hoặc thiếu khóa',
        remedy: 'Sửa mục nêu trong ngoặc, hoặc đặt biến môi trường của nó rồi khởi động lại.',
      },
      UNKNOWN_FORMAT: {
        title: 'Định dạng đã khai không có bộ đọc',
        remedy: 'Khai một định dạng trong docs/formats.md.',
      },
      UNKNOWN_MAPPING: { title: 'Thiếu hoặc sai bảng ánh xạ', remedy: 'Khai lại bảng ánh xạ của nguồn.' },
      STORE_UNAVAILABLE: {
        title: 'Kho dữ liệu không trả lời',
        remedy: 'Kiểm tra PostgreSQL; chưa có gì được báo là đã nhận.',
      },
      DISK_FULL: { title: 'Ổ đĩa máy chủ đã đầy', remedy: 'Giải phóng ổ đĩa; chưa có gì được báo là đã nhận.' },
    },
    unknown: { title: 'Lỗi của hệ thống', remedy: 'Xem nhật ký máy chủ.' },
    since: (title, moment, times) => `${title}, từ ${moment} (${times} lần).`,
  },
  en: {
    broker: {
      SOURCE_UNREACHABLE: {
        title: 'The MQTT broker does not answer',
        remedy: 'See whether the broker runs, and MQTT_URL; we connect again by ourselves.',
      },
      SOURCE_REFUSES: {
        title: 'The MQTT broker refuses',
        remedy: 'Check name and password in MQTT_URL, and the right to hear the source’s topics.',
      },
    },
    others: {
      PORT_BUSY: {
        title: 'Another program listens on the port of the source',
        remedy: 'End it, or give the source another port.',
      },
      BAD_FILE: {
        title: 'The content is not what its format says',
        remedy: 'Check the declared format and address, or tell its owner; it is asked again by itself.',
      },
      TOO_LARGE: {
        title: 'The content is larger than allowed',
        remedy: 'See whether the source sends the wrong thing; if it is right, raise mostBytes.',
      },
      BAD_REQUEST: {
        title: 'The configuration is wrong, or a key is missing',
        remedy: 'Mend the setting in brackets, or set its environment variable and start again.',
      },
      UNKNOWN_FORMAT: { title: 'There is no reader for its format', remedy: 'Declare one of docs/formats.md.' },
      UNKNOWN_MAPPING: { title: 'Its mapping is missing or wrong', remedy: 'Declare the mapping of the source again.' },
      STORE_UNAVAILABLE: {
        title: 'The store does not answer',
        remedy: 'Check PostgreSQL; nothing was acknowledged meanwhile.',
      },
      DISK_FULL: { title: 'The server’s disk is full', remedy: 'Make space; nothing was acknowledged meanwhile.' },
    },
    unknown: { title: 'A fault of the service', remedy: 'See the log of the server.' },
    since: (title, moment, times) => `${title}, since ${moment} (${times}×).`,
  },
};

type Troubled = Pick<SourceBoardRow, 'trouble' | 'way'>;

/** What is wrong with a source and since when, and what to do; `null`: nothing is wrong. */
export function troubleTold(
  { trouble, way }: Troubled,
  language: Language,
  zone: string,
): { readonly told: string; readonly remedy: string } | null {
  if (trouble === null) return null;
  const { title, remedy } = faultWords({ code: trouble.code, way }, language);
  // Where it is about a setting, people have to know which.
  const named = trouble.place === null || trouble.code !== 'BAD_REQUEST' ? title : `${title} (${trouble.place})`;
  const since = minuteMomentText(Date.parse(trouble.since), zone);
  return { told: words[language].since(named, since, numberText(trouble.failures, language)), remedy };
}

function faultWords(
  { code, way }: { readonly code: ProblemCode; readonly way: SourceBoardRow['way'] },
  language: Language,
): FaultWords {
  const { broker, others, unknown } = words[language];
  if (way === 'mqtt' && isOfBroker(code)) return broker[code];
  return isSourceFault(code) ? sourceFaults[language][code] : (others[code] ?? unknown);
}

function isOfBroker(code: ProblemCode): code is 'SOURCE_UNREACHABLE' | 'SOURCE_REFUSES' {
  return code === 'SOURCE_UNREACHABLE' || code === 'SOURCE_REFUSES';
}

function isSourceFault(code: ProblemCode): code is keyof typeof sourceFaults.vi {
  return code in sourceFaults.vi;
}
