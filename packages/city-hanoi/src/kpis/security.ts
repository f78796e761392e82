import type { KpiInput } from '../city-input.ts';
import { sum } from './term.ts';

const incident = {
  version: 1,
  validFrom: '2019-01-01',
  center: 'security',
  caseKind: 'security-incident',
  basis: {
    vi: 'Kế hoạch của Thành phố giai đoạn 2026–2027 thực hiện Nghị quyết số 57: phát hiện trong 1 giờ, khắc phục trong 4 giờ',
    en: 'City plan for 2026–2027 after Resolution 57: detected within 1 hour, resolved within 4 hours',
  },
} as const;

/** Seconds in which an incident should be detected. */
const detectWithin = 3600;

/** Incidents of information security; a case's procedure is its severity, so that a breakdown by procedure is one by severity. */
export const securityKpis: KpiInput[] = [
  {
    ...incident,
    id: 'security.incidents.received',
    names: { vi: 'Sự cố an toàn thông tin phát hiện', en: 'Security incidents detected' },
    meaning: { vi: 'Sự cố được phát hiện trong kỳ.', en: 'Incidents that were detected in the period.' },
    unitOfMeasure: '{incident}',
    formula: { kind: 'flow', terms: sum('received') },
    direction: 'down',
  },
  {
    ...incident,
    id: 'security.incidents.open',
    names: { vi: 'Sự cố an toàn thông tin đang mở', en: 'Security incidents open' },
    meaning: {
      vi: 'Sự cố đã phát hiện mà chưa khắc phục xong; chia theo mức độ nghiêm trọng.',
      en: 'Incidents detected and not yet resolved; by severity where it is broken down.',
    },
    unitOfMeasure: '{incident}',
    formula: { kind: 'state', terms: sum('open') },
    direction: 'down',
  },
  {
    ...incident,
    id: 'security.incidents.overdue',
    names: { vi: 'Sự cố quá 4 giờ', en: 'Incidents older than 4 hours' },
    meaning: {
      vi: 'Sự cố đang mở đã quá 4 giờ từ khi phát hiện.',
      en: 'Open incidents for which more than the 4 promised hours have passed since their detection.',
    },
    unitOfMeasure: '{incident}',
    formula: { kind: 'state', terms: sum('overdue') },
    direction: 'down',
  },
  {
    ...incident,
    id: 'security.detect-time.median',
    names: { vi: 'Thời gian phát hiện (trung vị)', en: 'Time to detect (median)' },
    meaning: {
      vi: 'Trung vị thời gian từ khi sự cố xảy ra đến khi phát hiện, của sự cố phát hiện trong kỳ.',
      en: 'Median time from the beginning to the detection, of incidents detected in the period.',
    },
    unitOfMeasure: 's',
    formula: { kind: 'observation', feed: 'security', metric: 'detect-time', statistic: 'median' },
    direction: 'down',
  },
  {
    ...incident,
    id: 'security.detected-in-time',
    names: { vi: 'Phát hiện trong 1 giờ', en: 'Detected within 1 hour' },
    meaning: {
      vi: 'Phần sự cố phát hiện trong kỳ mà thời gian phát hiện không quá 1 giờ.',
      en: 'Share of the incidents detected in the period that took at most 1 hour to detect.',
    },
    unitOfMeasure: '1',
    formula: {
      kind: 'observation',
      feed: 'security',
      metric: 'detect-time',
      statistic: 'within',
      low: 0,
      high: detectWithin,
    },
    direction: 'up',
  },
  {
    ...incident,
    id: 'security.resolve-time.median',
    names: { vi: 'Thời gian khắc phục (trung vị)', en: 'Time to resolve (median)' },
    meaning: {
      vi: 'Trung vị thời gian từ phát hiện đến khắc phục xong, của sự cố khắc phục trong kỳ.',
      en: 'Median time from the detection to the end, of incidents resolved in the period.',
    },
    unitOfMeasure: 'ms',
    formula: { kind: 'handling-time', statistic: 'median' },
    direction: 'down',
  },
  {
    ...incident,
    id: 'security.resolved-in-time',
    names: { vi: 'Khắc phục trong 4 giờ', en: 'Resolved within 4 hours' },
    meaning: {
      vi: 'Sự cố khắc phục trong thời hạn 4 giờ trên số sự cố khắc phục trong kỳ.',
      en: 'Incidents resolved within their 4 hours over all that were resolved in the period.',
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
    ...incident,
    id: 'security.systems.up-share',
    names: { vi: 'Hệ thống đang hoạt động', en: 'Systems up' },
    meaning: {
      vi: 'Phần hệ thống được giám sát có trạng thái mới nhất là hoạt động.',
      en: 'Share of the watched systems whose latest state is up.',
    },
    unitOfMeasure: '1',
    formula: { kind: 'observation', feed: 'systems', metric: 'up', statistic: 'latest-mean', latestHours: 1 },
    direction: 'up',
    basis: {
      vi: 'Kế hoạch của Thành phố giai đoạn 2026–2027: sẵn sàng 99,9% thời gian',
      en: 'City plan for 2026–2027: available 99.9% of the time',
    },
  },
];
