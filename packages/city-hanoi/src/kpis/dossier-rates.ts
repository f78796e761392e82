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
    basis: {
      vi: 'Báo cáo của Thành phố về tiếp nhận một cửa, 2025 (317.199 trên 531.269)',
      en: 'City reports on one-stop reception, 2025 (317,199 of 531,269)',
    },
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
    basis: {
      vi: 'Cách tính trong báo cáo của Thành phố (509.772 trên 510.541, tháng 7–9/2025); Quyết định số 766/QĐ-TTg tính khác',
      en: 'The rule of the city’s own reports (509,772 of 510,541 in 07–09/2025); Decision 766 counts otherwise',
    },
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
    basis: {
      vi: 'Điểm 2.1 Quyết định số 766/QĐ-TTg theo cách tính của Cổng Dịch vụ công quốc gia: hồ sơ đang giải quyết còn trong hạn cũng là đúng hạn',
      en: 'Item 2.1 of Decision 766/QĐ-TTg as the national portal counts it: open dossiers within their due date are on time too',
    },
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
    basis: {
      vi: 'Điểm 2.2 Quyết định số 766/QĐ-TTg nêu số trung bình; số trung vị do sản phẩm quy ước, không bị vài hồ sơ quá cũ làm lệch',
      en: 'Item 2.2 of Decision 766/QĐ-TTg states a mean; the median is ours, it is not moved by a few old cases',
    },
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
    basis: {
      vi: 'Quy ước của sản phẩm, bên cạnh điểm 2.2 Quyết định số 766/QĐ-TTg',
      en: 'Ours, beside item 2.2 of Decision 766/QĐ-TTg',
    },
  },
];
