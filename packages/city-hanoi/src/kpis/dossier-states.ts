import type { KpiInput } from '../city-input.ts';
import { less, sum } from './term.ts';

const reportForm = {
  vi: 'Biểu mẫu báo cáo của Thông tư số 03/2025/TT-VPCP: từ kỳ trước, đang giải quyết, tạm dừng',
  en: 'Report form of Circular 03/2025/TT-VPCP: carried over, in progress, paused',
};

const state = {
  version: 1,
  validFrom: '2019-01-01',
  center: 'public-service',
  unitOfMeasure: '{dossier}',
} as const;

/** How many dossiers are in a state at a moment. */
export const dossierStates: KpiInput[] = [
  {
    ...state,
    id: 'dossiers.open',
    names: { vi: 'Hồ sơ chưa giải quyết xong', en: 'Dossiers open' },
    meaning: {
      vi: 'Hồ sơ đã tiếp nhận mà chưa kết thúc giải quyết, gồm cả hồ sơ tạm dừng.',
      en: 'Dossiers received and not yet ended, paused ones included.',
    },
    formula: { kind: 'state', terms: sum('open') },
    direction: 'none',
    basis: reportForm,
  },
  {
    ...state,
    id: 'dossiers.in-progress',
    names: { vi: 'Hồ sơ đang giải quyết', en: 'Dossiers in progress' },
    meaning: {
      vi: 'Hồ sơ chưa giải quyết xong, không kể hồ sơ tạm dừng.',
      en: 'Open dossiers without the paused ones.',
    },
    formula: { kind: 'state', terms: less('open', 'paused') },
    direction: 'none',
    basis: reportForm,
  },
  {
    ...state,
    id: 'dossiers.paused',
    names: { vi: 'Hồ sơ tạm dừng', en: 'Dossiers paused' },
    meaning: {
      vi: 'Hồ sơ chờ bổ sung giấy tờ, chờ nghĩa vụ tài chính hoặc dừng xử lý (trạng thái 5, 6, 8).',
      en: 'Dossiers that wait for papers, for a payment, or were stopped (statuses 5, 6, 8).',
    },
    formula: { kind: 'state', terms: sum('paused') },
    direction: 'none',
    basis: reportForm,
  },
  {
    ...state,
    id: 'dossiers.open-no-due',
    names: { vi: 'Hồ sơ chưa giải quyết xong, không có hẹn trả', en: 'Dossiers open without a due moment' },
    meaning: {
      vi: 'Hồ sơ chưa giải quyết xong mà không nguồn nào báo thời điểm hẹn trả; không nằm trong tỷ lệ nào.',
      en: 'Open dossiers of which no source told a due moment; they are in no rate.',
    },
    formula: { kind: 'state', terms: sum('open-no-due') },
    direction: 'none',
    basis: reportForm,
  },
  {
    ...state,
    id: 'dossiers.overdue',
    names: { vi: 'Hồ sơ quá hạn', en: 'Dossiers overdue' },
    meaning: {
      vi: 'Hồ sơ chưa giải quyết xong mà thời điểm hẹn trả đã qua; thời gian tạm dừng không tính.',
      en: 'Open dossiers whose due moment has passed; the clock stops while they are paused.',
    },
    formula: { kind: 'state', terms: sum('overdue') },
    direction: 'down',
    basis: reportForm,
  },
  {
    ...state,
    id: 'dossiers.near-due',
    names: { vi: 'Hồ sơ sắp đến hạn', en: 'Dossiers near due' },
    meaning: {
      vi: 'Hồ sơ chưa giải quyết xong có thời điểm hẹn trả trong 24 giờ tới.',
      en: 'Open dossiers that fall due within the next 24 hours.',
    },
    formula: { kind: 'state', terms: sum('near-due') },
    direction: 'none',
    basis: {
      vi: 'Cách làm của các trung tâm điều hành: Đà Nẵng cảnh báo trước 24 giờ; không có văn bản quy định',
      en: 'Practice of operations centers: Đà Nẵng warns 24 hours ahead; no legal definition',
    },
  },
];
