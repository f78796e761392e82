import type { KpiInput } from '../city-input.ts';
import { less, sum } from './term.ts';

const report = {
  version: 1,
  validFrom: '2019-01-01',
  center: 'feedback',
  caseKind: 'field-report',
  basis: {
    vi: 'Cách làm của ứng dụng iHanoi của Thành phố (từ 28/6/2024); thuật ngữ theo Open311 GeoReport v2',
    en: 'Practice of the city’s field-report service (iHanoi, since 28 June 2024); Open311 GeoReport v2 in its words',
  },
} as const;

/** Field reports of citizens, counted by the dossiers' rules. */
export const fieldReports: KpiInput[] = [
  {
    ...report,
    id: 'field-reports.received',
    names: { vi: 'Phản ánh tiếp nhận', en: 'Field reports received' },
    meaning: {
      vi: 'Phản ánh hiện trường được tiếp nhận trong kỳ.',
      en: 'Field reports accepted in the period.',
    },
    unitOfMeasure: '{report}',
    formula: { kind: 'flow', terms: sum('received') },
    direction: 'none',
  },
  {
    ...report,
    id: 'field-reports.handled',
    names: { vi: 'Phản ánh đã xử lý', en: 'Field reports handled' },
    meaning: {
      vi: 'Phản ánh hiện trường kết thúc xử lý trong kỳ.',
      en: 'Field reports whose handling ended in the period.',
    },
    unitOfMeasure: '{report}',
    formula: { kind: 'flow', terms: sum('handled') },
    direction: 'none',
  },
  {
    ...report,
    id: 'field-reports.open',
    names: { vi: 'Phản ánh chưa xử lý xong', en: 'Field reports open' },
    meaning: {
      vi: 'Phản ánh đã tiếp nhận mà chưa kết thúc xử lý.',
      en: 'Field reports accepted and not yet ended.',
    },
    unitOfMeasure: '{report}',
    formula: { kind: 'state', terms: sum('open') },
    direction: 'none',
  },
  {
    ...report,
    id: 'field-reports.in-progress',
    names: { vi: 'Phản ánh đang xử lý', en: 'Field reports in progress' },
    meaning: {
      vi: 'Phản ánh chưa xử lý xong, không kể phản ánh đang tạm dừng.',
      en: 'Open field reports without those that are paused.',
    },
    unitOfMeasure: '{report}',
    formula: { kind: 'state', terms: less('open', 'paused') },
    direction: 'none',
  },
  {
    ...report,
    id: 'field-reports.refused',
    names: { vi: 'Phản ánh bị từ chối', en: 'Field reports refused' },
    meaning: {
      vi: 'Phản ánh hiện trường bị từ chối tiếp nhận trong kỳ; không bao giờ tính là tiếp nhận.',
      en: 'Field reports that were refused in the period; they never count as received.',
    },
    unitOfMeasure: '{report}',
    formula: { kind: 'flow', terms: sum('refused') },
    direction: 'none',
  },
  {
    ...report,
    id: 'field-reports.overdue',
    names: { vi: 'Phản ánh quá hạn', en: 'Field reports overdue' },
    meaning: {
      vi: 'Phản ánh chưa xử lý xong mà thời hạn đã qua.',
      en: 'Open field reports whose due moment has passed.',
    },
    unitOfMeasure: '{report}',
    formula: { kind: 'state', terms: sum('overdue') },
    direction: 'down',
  },
  {
    ...report,
    id: 'field-reports.on-time-rate.handled',
    names: { vi: 'Tỷ lệ phản ánh xử lý đúng hạn', en: 'On-time rate of field reports' },
    meaning: {
      vi: 'Phản ánh xử lý không muộn hơn thời hạn trên phản ánh đã xử lý có thời hạn.',
      en: 'Field reports handled at or before their due moment over handled ones that had one.',
    },
    unitOfMeasure: '1',
    formula: {
      kind: 'share',
      numerator: sum('handled-on-time'),
      denominator: sum('handled-on-time', 'handled-late'),
    },
    direction: 'up',
  },
  {
    ...report,
    id: 'field-reports.satisfied-rate',
    names: { vi: 'Tỷ lệ hài lòng', en: 'Satisfied with the answer' },
    meaning: {
      vi: 'Phản ánh được người dân đánh giá hài lòng trên phản ánh có đánh giá, trong số đã xử lý trong kỳ; phản ánh không được đánh giá không tính.',
      en: 'Field reports whose senders were satisfied over those rated, of the ones handled in the period; those that nobody rated do not count.',
    },
    unitOfMeasure: '1',
    formula: { kind: 'share', numerator: sum('rated-satisfied'), denominator: sum('rated') },
    direction: 'up',
  },
  {
    ...report,
    id: 'field-reports.rated',
    names: { vi: 'Phản ánh được đánh giá', en: 'Field reports rated' },
    meaning: {
      vi: 'Phản ánh xử lý xong trong kỳ mà người dân đã đánh giá hài lòng hay không.',
      en: 'Field reports handled in the period of which people said whether they were satisfied.',
    },
    unitOfMeasure: '{report}',
    formula: { kind: 'flow', terms: sum('rated') },
    // Beside the share it would be of another period whenever nobody rated today; the share itself says of how many it is.
    live: false,
    direction: 'none',
  },
  {
    ...report,
    id: 'field-reports.handling-time.median',
    names: { vi: 'Thời gian xử lý phản ánh (trung vị)', en: 'Handling time of field reports (median)' },
    meaning: {
      vi: 'Trung vị thời gian từ tiếp nhận đến kết thúc xử lý của phản ánh xử lý trong kỳ.',
      en: 'Median of the elapsed time from acceptance to the end, of field reports handled in the period.',
    },
    unitOfMeasure: 'ms',
    formula: { kind: 'handling-time', statistic: 'median' },
    direction: 'down',
  },
];
