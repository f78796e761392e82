import type { KpiInput } from '../city-input.ts';
import { less, sum } from './term.ts';

const rate = { version: 1, validFrom: '2019-01-01', center: 'public-service' } as const;

/** Shares and handling times of dossiers. */
export const dossierRates: KpiInput[] = [
  {
    ...rate,
    id: 'dossiers.online-rate',
    names: { vi: 'Tỷ lệ tiếp nhận trực tuyến', en: 'Online rate' },
    meaning: {
      vi: 'Hồ sơ tiếp nhận trực tuyến trên tổng hồ sơ tiếp nhận trong kỳ.',
      en: 'Dossiers received online over all dossiers received in the period.',
    },
    unitOfMeasure: '1',
    formula: { kind: 'share', numerator: sum('received-online'), denominator: sum('received') },
    direction: 'up',
    basis: 'City reports on one-stop reception, 2025 (317,199 of 531,269)',
  },
  {
    ...rate,
    id: 'dossiers.on-time-rate.handled',
    names: { vi: 'Tỷ lệ đúng hạn (trên hồ sơ đã giải quyết)', en: 'On-time rate (of handled)' },
    meaning: {
      vi: 'Hồ sơ giải quyết trước và đúng hạn trên hồ sơ đã giải quyết có ngày hẹn trả; hồ sơ không có hẹn không tính.',
      en: 'Dossiers handled at or before their due moment over handled dossiers that had one.',
    },
    unitOfMeasure: '1',
    formula: {
      kind: 'share',
      numerator: sum('handled-on-time'),
      denominator: sum('handled-on-time', 'handled-late'),
    },
    direction: 'up',
    basis: 'The rule of the city’s own reports (509,772 of 510,541 in 07–09/2025); Decision 766 counts otherwise',
  },
  {
    ...rate,
    id: 'dossiers.on-time-rate.index',
    names: { vi: 'Tỷ lệ đúng hạn (Chỉ số 766, trên hồ sơ tiếp nhận)', en: 'On-time rate (Index 766, of received)' },
    meaning: {
      vi: 'Trong hồ sơ tiếp nhận trong kỳ có ngày hẹn trả: hồ sơ giải quyết trước và đúng hạn cùng hồ sơ đang giải quyết còn trong hạn; tính cho đơn vị tiếp nhận.',
      en: 'Of the dossiers received in the period that have a due moment: those handled at or before it and those open within it; they stay with the unit that received them.',
    },
    unitOfMeasure: '1',
    formula: {
      kind: 'share',
      numerator: [...less('received', 'cohort-no-due'), { measure: 'cohort-late', sign: -1 }],
      denominator: less('received', 'cohort-no-due'),
    },
    direction: 'up',
    basis:
      'Item 2.1 of Decision 766/QĐ-TTg as the national portal counts it: open dossiers within their due date are on time too',
  },
  {
    ...rate,
    id: 'dossiers.handling-time.median',
    names: { vi: 'Thời gian giải quyết (trung vị)', en: 'Handling time (median)' },
    meaning: {
      vi: 'Trung vị thời gian từ tiếp nhận đến kết thúc giải quyết của hồ sơ giải quyết trong kỳ, tính cả ngày nghỉ.',
      en: 'Median of the elapsed time from receipt to the end of handling, of dossiers handled in the period.',
    },
    unitOfMeasure: 'ms',
    formula: { kind: 'handling-time', statistic: 'median' },
    direction: 'down',
    basis: 'Item 2.2 of Decision 766/QĐ-TTg states a mean; the median is ours, it is not moved by a few old cases',
  },
  {
    ...rate,
    id: 'dossiers.handling-time.p90',
    names: { vi: 'Thời gian giải quyết (90% hồ sơ)', en: 'Handling time (90th percentile)' },
    meaning: {
      vi: 'Chín trong mười hồ sơ giải quyết trong kỳ mất không quá thời gian này.',
      en: 'Nine in ten of the dossiers handled in the period took no longer than this.',
    },
    unitOfMeasure: 'ms',
    formula: { kind: 'handling-time', statistic: 'p90' },
    direction: 'down',
    basis: 'Ours, beside item 2.2 of Decision 766/QĐ-TTg',
  },
];
