import type { Language } from '@flagtower/charts';
import type { FormCheck, FormFigure, FormRemainder } from '@flagtower/contracts';

import type { FormGroup } from './form-columns.ts';

interface FormWords {
  readonly title: string;
  readonly caption: (unit: string, period: string) => string;
  readonly unit: string;
  readonly total: string;
  readonly unallocated: string;
  readonly check: string;
  readonly groups: Readonly<Record<FormGroup, string>>;
  readonly columns: Readonly<Record<FormFigure, string>>;
  readonly remainders: Readonly<Record<FormRemainder, string>>;
  readonly checks: Readonly<Record<FormCheck, string>>;
  readonly adds: string;
  readonly differs: (difference: string) => string;
  /** A difference that is exactly what was told out of order. */
  readonly outOfOrder: (count: string) => string;
  readonly notKnown: string;
  readonly identity: string;
  readonly beside: string;
  readonly noneBeside: string;
  readonly stated: (source: string) => string;
  readonly print: string;
  readonly csv: string;
  readonly xlsx: string;
  readonly failed: string;
  readonly measured: string;
  readonly source: string;
}

export const formWords: Readonly<Record<Language, FormWords>> = {
  vi: {
    title: 'Biểu tổng hợp tình hình giải quyết hồ sơ',
    caption: (unit, period) => `Tình hình tiếp nhận, giải quyết hồ sơ thủ tục hành chính · ${unit} · ${period}`,
    unit: 'Đơn vị',
    total: 'Tổng số',
    unallocated: 'Chưa phân bổ',
    check: 'Kiểm tra',
    groups: {
      received: 'Số hồ sơ tiếp nhận',
      handled: 'Số hồ sơ đã giải quyết',
      'in-progress': 'Số hồ sơ đang giải quyết',
      paused: 'Số hồ sơ tạm dừng',
    },
    columns: {
      received: 'Tổng số',
      'carried-over': 'Từ kỳ trước',
      'received-in-period': 'Trong kỳ: tổng số',
      'received-online': 'Trong kỳ: trực tuyến',
      'received-in-person': 'Trong kỳ: trực tiếp',
      'received-post': 'Trong kỳ: BCCI',
      handled: 'Tổng số',
      'handled-early': 'Trước hạn',
      'handled-on-time': 'Đúng hạn',
      'handled-late': 'Quá hạn',
      'in-progress': 'Tổng số',
      'in-progress-within': 'Trong hạn',
      'in-progress-overdue': 'Quá hạn',
      paused: 'Tổng số',
      'paused-within': 'Trong hạn',
      'paused-overdue': 'Quá hạn',
    },
    remainders: {
      reopened: 'mở lại',
      'transferred-in': 'chuyển đến',
      'transferred-out': 'chuyển đi',
      refused: 'không tiếp nhận',
      'received-no-channel': 'không rõ hình thức nộp',
      'handled-no-due': 'đã giải quyết, không có hẹn trả',
      'in-progress-no-due': 'đang giải quyết, không có hẹn trả',
      'paused-no-due': 'tạm dừng, không có hẹn trả',
      'out-of-order': 'sai thứ tự tiếp nhận và kết thúc',
    },
    checks: {
      identity: 'cân đối vào ra',
      received: 'cột 1 = 2 + 3',
      'received-in-period': 'cột 3 = 4 + 5 + 6',
      handled: 'cột 7 = 8 + 9 + 10',
      'in-progress': 'cột 11 = 12 + 13',
      paused: 'cột 14 = 15 + 16',
    },
    adds: 'khớp',
    differs: (difference) => `lệch ${difference}`,
    outOfOrder: (count) => `đúng bằng ${count} hồ sơ sai thứ tự tiếp nhận và kết thúc`,
    notKnown: 'chưa đủ số liệu',
    identity:
      'Cân đối: từ kỳ trước + tiếp nhận + mở lại + chuyển đến = đã giải quyết (gồm hồ sơ rút) + chuyển đi + đang giải quyết + tạm dừng. Hồ sơ không tiếp nhận đứng ngoài.',
    beside: 'Ngoài 16 cột',
    noneBeside: 'Không có gì ngoài 16 cột.',
    stated: (source) => `theo ${source}`,
    print: 'In (A4 ngang)',
    csv: 'Bảng CSV',
    xlsx: 'Bảng XLSX',
    failed: 'Không tạo được tệp',
    measured: 'hồ sơ',
    source: 'Nguồn: đếm từ sự kiện hồ sơ của các hệ thống một cửa',
  },
  en: {
    title: 'Report form of dossier handling',
    caption: (unit, period) => `Receipt and handling of dossiers of administrative procedures · ${unit} · ${period}`,
    unit: 'Unit',
    total: 'Total',
    unallocated: 'Unallocated',
    check: 'Check',
    groups: {
      received: 'Dossiers received',
      handled: 'Dossiers handled',
      'in-progress': 'Dossiers in progress',
      paused: 'Dossiers paused',
    },
    columns: {
      received: 'Total',
      'carried-over': 'Carried over',
      'received-in-period': 'In period: total',
      'received-online': 'In period: online',
      'received-in-person': 'In period: in person',
      'received-post': 'In period: post',
      handled: 'Total',
      'handled-early': 'Early',
      'handled-on-time': 'On time',
      'handled-late': 'Overdue',
      'in-progress': 'Total',
      'in-progress-within': 'Within',
      'in-progress-overdue': 'Overdue',
      paused: 'Total',
      'paused-within': 'Within',
      'paused-overdue': 'Overdue',
    },
    remainders: {
      reopened: 're-opened',
      'transferred-in': 'transferred in',
      'transferred-out': 'transferred out',
      refused: 'not received',
      'received-no-channel': 'channel not told',
      'handled-no-due': 'handled without a due date',
      'in-progress-no-due': 'in progress without a due date',
      'paused-no-due': 'paused without a due date',
      'out-of-order': 'receipts and ends out of order',
    },
    checks: {
      identity: 'balance of in and out',
      received: 'column 1 = 2 + 3',
      'received-in-period': 'column 3 = 4 + 5 + 6',
      handled: 'column 7 = 8 + 9 + 10',
      'in-progress': 'column 11 = 12 + 13',
      paused: 'column 14 = 15 + 16',
    },
    adds: 'adds up',
    differs: (difference) => `differs by ${difference}`,
    outOfOrder: (count) => `exactly the ${count} receipts and ends told out of order`,
    notKnown: 'not all known',
    identity:
      'Balance: carried over + received + re-opened + transferred in = handled (withdrawn included) + transferred out + in progress + paused. Dossiers that were not received stand outside.',
    beside: 'Beside the 16 columns',
    noneBeside: 'Nothing beside the 16 columns.',
    stated: (source) => `as stated by ${source}`,
    print: 'Print (A4 landscape)',
    csv: 'CSV table',
    xlsx: 'XLSX table',
    failed: 'The file could not be made',
    measured: 'dossiers',
    source: 'Source: counted from the dossier events of the one-stop systems',
  },
};
