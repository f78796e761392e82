import type { KpiInput } from '../city-input.ts';
import { sum } from './term.ts';

const report = {
  version: 1,
  validFrom: '2019-01-01',
  center: 'feedback',
  caseKind: 'field-report',
  basis: 'Practice of the city’s field-report service (iHanoi, since 28 June 2024); Open311 GeoReport v2 in its words',
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
