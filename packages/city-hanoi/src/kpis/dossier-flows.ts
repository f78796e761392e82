import type { KpiInput, MeasureName } from '../city-input.ts';
import { sum } from './term.ts';

interface FlowWords {
  measure: MeasureName;
  names: KpiInput['names'];
  meaning: KpiInput['meaning'];
  direction?: KpiInput['direction'];
  basis?: KpiInput['basis'];
}

const decree = {
  vi: 'Nghị định số 118/2025/NĐ-CP; biểu mẫu báo cáo của Thông tư số 03/2025/TT-VPCP',
  en: 'Decree 118/2025/NĐ-CP; report form of Circular 03/2025/TT-VPCP',
};

const flows: Record<string, FlowWords> = {
  'dossiers.received': {
    measure: 'received',
    names: { vi: 'Hồ sơ tiếp nhận', en: 'Dossiers received' },
    meaning: {
      vi: 'Hồ sơ được bộ phận một cửa hoặc cổng trực tuyến tiếp nhận trong kỳ; tính cho đơn vị tiếp nhận.',
      en: 'Dossiers that a one-stop desk or the portal accepted in the period; they stay with the unit that accepted them.',
    },
  },
  'dossiers.received-online': {
    measure: 'received-online',
    names: { vi: 'Tiếp nhận trực tuyến', en: 'Received online' },
    meaning: {
      vi: 'Hồ sơ tiếp nhận trong kỳ qua cổng dịch vụ công, gồm cả đăng ký tại nhà.',
      en: 'Dossiers received in the period through the public service portal, those from home included.',
    },
  },
  'dossiers.received-at-home': {
    measure: 'received-at-home',
    names: { vi: 'Đăng ký tại nhà', en: 'Received from home' },
    meaning: {
      vi: 'Phần của hồ sơ trực tuyến do người dân tự nộp tại nhà, không nhờ hỗ trợ tại quầy.',
      en: 'The part of the online dossiers that applicants sent from home, without help at a desk.',
    },
    basis: {
      vi: 'Cách tính trong dự án của quận Bắc Từ Liêm, 2019; chưa tìm thấy công thức chính thức',
      en: 'Project practice of Bắc Từ Liêm district, 2019; no official formula found',
    },
  },
  'dossiers.handled': {
    measure: 'handled',
    names: { vi: 'Hồ sơ đã giải quyết', en: 'Dossiers handled' },
    meaning: {
      vi: 'Hồ sơ kết thúc giải quyết trong kỳ: đã xử lý xong, đã trả kết quả hoặc công dân rút hồ sơ.',
      en: 'Dossiers whose handling ended in the period: result ready, result returned, or withdrawn by the applicant.',
    },
  },
  'dossiers.handled-early': {
    measure: 'handled-early',
    names: { vi: 'Giải quyết trước hạn', en: 'Handled early' },
    meaning: {
      vi: 'Hồ sơ giải quyết xong trước ngày hẹn trả.',
      en: 'Dossiers whose handling ended before the day of the due date.',
    },
  },
  'dossiers.handled-on-time': {
    measure: 'handled-on-time',
    names: { vi: 'Giải quyết trước và đúng hạn', en: 'Handled on time' },
    meaning: {
      vi: 'Hồ sơ giải quyết xong không muộn hơn thời điểm hẹn trả, gồm cả trước hạn.',
      en: 'Dossiers whose handling ended at or before the due moment, early ones included.',
    },
  },
  'dossiers.handled-late': {
    measure: 'handled-late',
    names: { vi: 'Giải quyết quá hạn', en: 'Handled late' },
    meaning: {
      vi: 'Hồ sơ giải quyết xong sau thời điểm hẹn trả đầu tiên đã qua; phiếu xin lỗi không xóa được việc trễ hẹn.',
      en: 'Dossiers whose handling ended after a due moment had passed; a letter of apology does not erase the lateness.',
    },
    direction: 'down',
  },
  'dossiers.refused': {
    measure: 'refused',
    names: { vi: 'Không tiếp nhận', en: 'Not received' },
    meaning: {
      vi: 'Hồ sơ bị từ chối tiếp nhận trong kỳ; không thuộc hồ sơ tiếp nhận.',
      en: 'Dossiers that the desk refused in the period; they never count as received.',
    },
  },
  'dossiers.withdrawn': {
    measure: 'withdrawn',
    names: { vi: 'Công dân rút hồ sơ', en: 'Withdrawn' },
    meaning: {
      vi: 'Hồ sơ được rút theo yêu cầu của người nộp trong kỳ; thuộc hồ sơ đã giải quyết.',
      en: 'Dossiers withdrawn by their applicants in the period; a part of those handled.',
    },
  },
  'dossiers.reopened': {
    measure: 'reopened',
    names: { vi: 'Hồ sơ mở lại', en: 'Reopened' },
    meaning: {
      vi: 'Lượt hồ sơ đã giải quyết được mở lại trong kỳ.',
      en: 'How often handled dossiers were opened again in the period.',
    },
    direction: 'down',
  },
  'dossiers.transferred-in': {
    measure: 'transferred-in',
    names: { vi: 'Chuyển đến', en: 'Transferred in' },
    meaning: {
      vi: 'Hồ sơ đang mở được đơn vị khác chuyển đến trong kỳ.',
      en: 'Open dossiers that came from another unit in the period.',
    },
  },
  'dossiers.transferred-out': {
    measure: 'transferred-out',
    names: { vi: 'Chuyển đi', en: 'Transferred out' },
    meaning: {
      vi: 'Hồ sơ đang mở được chuyển sang đơn vị khác trong kỳ.',
      en: 'Open dossiers that went to another unit in the period.',
    },
  },
  'dossiers.events': {
    measure: 'activity',
    names: { vi: 'Bước xử lý được ghi nhận', en: 'Activities recorded' },
    meaning: {
      vi: 'Số bước xử lý mà nguồn ghi nhận trong kỳ.',
      en: 'Activities on dossiers that the sources told of in the period.',
    },
    basis: { vi: 'Đếm bản ghi; không có văn bản quy định', en: 'Count of records; no legal definition' },
  },
  'dossiers.ends-before-start': {
    measure: 'ends-before-start',
    names: { vi: 'Kết thúc trước khi tiếp nhận', en: 'Ended before received' },
    meaning: {
      vi: 'Hồ sơ mà nguồn ghi ngày kết thúc sớm hơn ngày tiếp nhận: được giữ, được đếm và nêu rõ.',
      en: 'Dossiers whose source states an end before the receipt: kept, counted and told.',
    },
    direction: 'down',
    basis: { vi: 'Chất lượng dữ liệu; không có văn bản quy định', en: 'Data quality; no legal definition' },
  },
};

/** What happened to dossiers in a period. */
export const dossierFlows: KpiInput[] = Object.entries(flows).map(([id, flow]) => ({
  id,
  version: 1,
  validFrom: '2019-01-01',
  names: flow.names,
  meaning: flow.meaning,
  center: 'public-service',
  unitOfMeasure: '{dossier}',
  formula: { kind: 'flow', terms: sum(flow.measure) },
  direction: flow.direction ?? 'none',
  basis: flow.basis ?? decree,
}));
