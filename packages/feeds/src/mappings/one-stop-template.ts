import type { MappedField } from '@flagtower/contracts';

import { channelWords, eventSteps, portalSteps } from './hanoi-one-stop.ts';
import { shipped } from './shipped-mapping.ts';

const paymentWords = {
  Không: 'none',
  'Phải nộp': 'asked',
  'Chưa nộp': 'asked',
  'Đã nộp trực tuyến': 'online',
  'Đã nộp trực tiếp': 'other',
};

const resultWords = { 'Điện tử': 'digital', 'Bản giấy': 'paper' };

const values = {
  dossier: 'Mã hồ sơ',
  procedure: 'Mã thủ tục',
  unit: 'Mã đơn vị',
  channel: { column: 'Kênh nộp', values: channelWords },
  due: 'Ngày hẹn trả',
  payment: { column: 'Nghĩa vụ tài chính', values: paymentWords },
  result: { column: 'Hình thức kết quả', values: resultWords },
} satisfies Record<string, MappedField>;

const written = {
  mapping: 1 as const,
  zone: 'Asia/Ho_Chi_Minh',
  timeFormats: ['dd/MM/yyyy HH:mm:ss', 'dd/MM/yyyy HH:mm', 'dd/MM/yyyy', 'iso'],
  dossierCodes: 'vietnam' as const,
};

/** The columns that no other table has together: a template that lost one of the others is still known, and told which. */
const ownColumns = ['Mã hồ sơ', 'Mã đơn vị', 'Ngày hẹn trả', 'Nghĩa vụ tài chính', 'Hình thức kết quả'];

/** Our own template, a row per dossier. */
export const templateDossiers = shipped(
  'flagtower-dossiers',
  'csv',
  [...ownColumns, 'Ngày tiếp nhận', 'Thời điểm trạng thái'],
  {
    ...written,
    name: 'Mẫu Flagtower: mỗi dòng một hồ sơ',
    shape: 'cases',
    fields: {
      ...values,
      submitted: 'Ngày nộp',
      received: 'Ngày tiếp nhận',
      handled: 'Ngày xử lý xong',
      returned: 'Ngày trả kết quả',
      withdrawn: 'Ngày rút hồ sơ',
      refused: 'Ngày từ chối',
      status: 'Trạng thái',
      at: 'Thời điểm trạng thái',
      version: 'Cập nhật lúc',
    },
    steps: portalSteps,
  },
);

/** Our own template, a row per change of status; its values act from the row's time. */
export const templateEvents = shipped(
  'flagtower-events',
  'csv',
  [...ownColumns, 'Thời điểm', 'Trạng thái', 'Mã dòng'],
  {
    ...written,
    name: 'Mẫu Flagtower: mỗi dòng một lần đổi trạng thái',
    shape: 'events',
    fields: { ...values, at: 'Thời điểm', status: 'Trạng thái', recordId: 'Mã dòng' },
    steps: eventSteps,
    dating: 'change',
  },
);
