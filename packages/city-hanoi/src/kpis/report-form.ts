import type { FormFigure, FormRemainder } from '@flagtower/contracts';

import type { FormulaInput, KpiInput, MeasureName } from '../city-input.ts';
import { less, sum } from './term.ts';

const form = {
  version: 1,
  validFrom: '2019-01-01',
  center: 'public-service',
  unitOfMeasure: '{dossier}',
  direction: 'none',
  live: false,
  basis: {
    vi: 'Biểu mẫu của phần mềm một cửa đang dùng (16 số mỗi đơn vị; đã giải quyết = trạng thái 9, 10 và 7, tạm dừng = 5, 6 và 8); biểu mẫu báo cáo của Thông tư số 01/2020/TT-VPCP',
    en: 'Report form of the one-stop software in use (16 figures a unit; handled = statuses 9, 10 and 7, paused = 5, 6 and 8); report forms of Circular 01/2020/TT-VPCP',
  },
} as const;

interface FormWords {
  formula: FormulaInput;
  /** Of the form's own column, in the form's words. */
  vi: string;
  en: string;
  meaning: KpiInput['meaning'];
}

function minus(from: MeasureName, ...taken: MeasureName[]): ReturnType<typeof sum> {
  return [...sum(from), ...taken.map((measure) => ({ measure, sign: -1 as const }))];
}

const columns: Record<FormFigure | FormRemainder, FormWords> = {
  received: {
    formula: { kind: 'total', kpis: ['dossiers.form.carried-over', 'dossiers.form.received-in-period'] },
    vi: 'Tiếp nhận: tổng số',
    en: 'Received: total',
    meaning: {
      vi: 'Hồ sơ từ kỳ trước chuyển qua cộng hồ sơ tiếp nhận trong kỳ.',
      en: 'Dossiers carried over from the period before and those received in the period.',
    },
  },
  'carried-over': {
    formula: { kind: 'state', terms: sum('open'), moment: 'start' },
    vi: 'Từ kỳ trước',
    en: 'Carried over',
    meaning: {
      vi: 'Hồ sơ chưa giải quyết xong ngay trước khi kỳ báo cáo bắt đầu, gồm cả hồ sơ tạm dừng.',
      en: 'Dossiers open just before the period began, paused ones included.',
    },
  },
  'received-in-period': {
    formula: { kind: 'flow', terms: sum('received') },
    vi: 'Trong kỳ: tổng số',
    en: 'In the period: total',
    meaning: {
      vi: 'Hồ sơ tiếp nhận trong kỳ, qua mọi hình thức.',
      en: 'Dossiers received in the period, however they were sent.',
    },
  },
  'received-online': {
    formula: { kind: 'flow', terms: sum('received-online') },
    vi: 'Trực tuyến',
    en: 'Online',
    meaning: {
      vi: 'Hồ sơ tiếp nhận trong kỳ qua cổng dịch vụ công, gồm cả đăng ký tại nhà.',
      en: 'Dossiers received through the portal in the period, those from home included.',
    },
  },
  'received-in-person': {
    formula: { kind: 'flow', terms: minus('received', 'received-online', 'received-post', 'received-no-channel') },
    vi: 'Trực tiếp',
    en: 'In person',
    meaning: {
      vi: 'Hồ sơ tiếp nhận trong kỳ không qua trực tuyến, không qua bưu chính công ích; gồm quầy một cửa và ki-ốt.',
      en: 'Dossiers received in the period neither online nor by post: at a desk or a kiosk.',
    },
  },
  'received-post': {
    formula: { kind: 'flow', terms: sum('received-post') },
    vi: 'Bưu chính công ích',
    en: 'Public post',
    meaning: {
      vi: 'Hồ sơ tiếp nhận trong kỳ qua dịch vụ bưu chính công ích.',
      en: 'Dossiers received through the public postal service in the period.',
    },
  },
  handled: {
    formula: { kind: 'flow', terms: sum('handled') },
    vi: 'Đã giải quyết: tổng số',
    en: 'Handled: total',
    meaning: {
      vi: 'Hồ sơ đã xử lý xong, đã trả kết quả hoặc công dân rút trong kỳ (trạng thái 9, 10, 7).',
      en: 'Dossiers handled, returned or withdrawn in the period (statuses 9, 10, 7).',
    },
  },
  'handled-early': {
    formula: { kind: 'flow', terms: sum('handled-early') },
    vi: 'Trước hạn',
    en: 'Early',
    meaning: { vi: 'Giải quyết xong trước ngày hẹn trả.', en: 'Ended before the day of the due date.' },
  },
  'handled-on-time': {
    formula: { kind: 'flow', terms: less('handled-on-time', 'handled-early') },
    vi: 'Đúng hạn',
    en: 'On time',
    meaning: {
      vi: 'Giải quyết xong trong ngày hẹn trả, không muộn hơn thời điểm hẹn; không gồm trước hạn.',
      en: 'Ended on the day of the due date, at or before the due moment; early ones not included.',
    },
  },
  'handled-late': {
    formula: { kind: 'flow', terms: sum('handled-late') },
    vi: 'Quá hạn',
    en: 'Overdue',
    meaning: { vi: 'Giải quyết xong sau thời điểm hẹn trả.', en: 'Ended after the due moment.' },
  },
  'in-progress': {
    formula: { kind: 'state', terms: less('open', 'paused') },
    vi: 'Đang giải quyết: tổng số',
    en: 'In progress: total',
    meaning: {
      vi: 'Hồ sơ chưa giải quyết xong vào cuối kỳ, không kể hồ sơ tạm dừng.',
      en: 'Dossiers open at the end of the period, without the paused ones.',
    },
  },
  'in-progress-within': {
    formula: {
      kind: 'state',
      terms: [...minus('open', 'paused', 'overdue', 'open-no-due'), ...sum('paused-overdue', 'paused-no-due')],
    },
    vi: 'Trong hạn',
    en: 'Within',
    meaning: {
      vi: 'Đang giải quyết vào cuối kỳ, thời điểm hẹn trả chưa qua.',
      en: 'In progress at the end of the period, their due moment not passed.',
    },
  },
  'in-progress-overdue': {
    formula: { kind: 'state', terms: less('overdue', 'paused-overdue') },
    vi: 'Quá hạn',
    en: 'Overdue',
    meaning: {
      vi: 'Đang giải quyết vào cuối kỳ, thời điểm hẹn trả đã qua.',
      en: 'In progress at the end of the period, their due moment passed.',
    },
  },
  paused: {
    formula: { kind: 'state', terms: sum('paused') },
    vi: 'Tạm dừng: tổng số',
    en: 'Paused: total',
    meaning: {
      vi: 'Hồ sơ chờ bổ sung, chờ nghĩa vụ tài chính hoặc dừng xử lý vào cuối kỳ (trạng thái 5, 6, 8).',
      en: 'Dossiers that wait for papers or a payment, or were stopped, at the end of the period (statuses 5, 6, 8).',
    },
  },
  'paused-within': {
    formula: { kind: 'state', terms: minus('paused', 'paused-overdue', 'paused-no-due') },
    vi: 'Trong hạn',
    en: 'Within',
    meaning: {
      vi: 'Tạm dừng vào cuối kỳ, thời điểm hẹn trả chưa qua khi dừng.',
      en: 'Paused at the end of the period before their due moment had passed.',
    },
  },
  'paused-overdue': {
    formula: { kind: 'state', terms: sum('paused-overdue') },
    vi: 'Quá hạn',
    en: 'Overdue',
    meaning: {
      vi: 'Tạm dừng vào cuối kỳ, thời điểm hẹn trả đã qua từ trước khi dừng.',
      en: 'Paused at the end of the period, overdue since before the pause.',
    },
  },
  reopened: {
    formula: { kind: 'flow', terms: sum('reopened') },
    vi: 'Mở lại',
    en: 'Reopened',
    meaning: { vi: 'Lượt mở lại hồ sơ đã giải quyết trong kỳ.', en: 'Re-openings of handled dossiers in the period.' },
  },
  'transferred-in': {
    formula: { kind: 'flow', terms: sum('transferred-in') },
    vi: 'Chuyển đến',
    en: 'Transferred in',
    meaning: { vi: 'Hồ sơ đang mở được chuyển đến trong kỳ.', en: 'Open dossiers that came from another unit.' },
  },
  'transferred-out': {
    formula: { kind: 'flow', terms: sum('transferred-out') },
    vi: 'Chuyển đi',
    en: 'Transferred out',
    meaning: { vi: 'Hồ sơ đang mở được chuyển đi trong kỳ.', en: 'Open dossiers that went to another unit.' },
  },
  refused: {
    formula: { kind: 'flow', terms: sum('refused') },
    vi: 'Không tiếp nhận',
    en: 'Not received',
    meaning: {
      vi: 'Hồ sơ bị từ chối tiếp nhận trong kỳ; đứng ngoài biểu mẫu.',
      en: 'Dossiers that were refused in the period; they stand outside the form.',
    },
  },
  'received-no-channel': {
    formula: { kind: 'flow', terms: sum('received-no-channel') },
    vi: 'Không rõ hình thức nộp',
    en: 'Channel not told',
    meaning: {
      vi: 'Hồ sơ tiếp nhận trong kỳ mà không nguồn nào cho biết hình thức nộp.',
      en: 'Dossiers received in the period of which no source told how they were sent.',
    },
  },
  'handled-no-due': {
    formula: { kind: 'flow', terms: sum('handled-no-due') },
    vi: 'Đã giải quyết, không có hẹn trả',
    en: 'Handled without a due date',
    meaning: {
      vi: 'Hồ sơ giải quyết xong trong kỳ mà không có thời điểm hẹn trả.',
      en: 'Dossiers that ended in the period and had no due moment.',
    },
  },
  'in-progress-no-due': {
    formula: { kind: 'state', terms: less('open-no-due', 'paused-no-due') },
    vi: 'Đang giải quyết, không có hẹn trả',
    en: 'In progress without a due date',
    meaning: {
      vi: 'Hồ sơ đang giải quyết vào cuối kỳ mà không có thời điểm hẹn trả.',
      en: 'Dossiers in progress at the end of the period that have no due moment.',
    },
  },
  'paused-no-due': {
    formula: { kind: 'state', terms: sum('paused-no-due') },
    vi: 'Tạm dừng, không có hẹn trả',
    en: 'Paused without a due date',
    meaning: {
      vi: 'Hồ sơ tạm dừng vào cuối kỳ mà không có thời điểm hẹn trả.',
      en: 'Dossiers paused at the end of the period that have no due moment.',
    },
  },
  'out-of-order': {
    formula: { kind: 'flow', terms: minus('ends-before-start', 'handled-unreceived', 'handled-before-receipt') },
    vi: 'Sai thứ tự tiếp nhận và kết thúc',
    en: 'Receipts and ends out of order',
    meaning: {
      vi: 'Hồ sơ có ngày tiếp nhận sau ngày kết thúc, trừ hồ sơ kết thúc mà chưa có tiếp nhận: đúng phần chênh của biểu mẫu.',
      en: 'Receipts told for after their end, less ends without an earlier receipt: exactly what the form’s identity lacks.',
    },
  },
};

/** The 16 figures of the official report form, and what its sums need beside them. Asked for by period, not streamed. */
export const reportForm: KpiInput[] = Object.entries(columns).map(([column, { formula, vi, en, meaning }]) => ({
  ...form,
  id: `dossiers.form.${column}`,
  names: { vi: `Biểu mẫu: ${vi}`, en: `Form: ${en}` },
  meaning,
  formula,
}));
