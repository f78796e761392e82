import type { Bound, ReportField } from '@flagtower/contracts';

import { ownWords } from '../text/own-words.ts';
import { fold } from '../text/tidy.ts';

/** A column of the template: how it is headed, first in Vietnamese, then in English. `name` only helps people. */
export interface ReportColumn {
  readonly field: ReportField | 'name';
  readonly headings: { readonly vi: string; readonly en: string };
}

export const reportColumns: readonly ReportColumn[] = [
  { field: 'indicator', headings: { vi: 'Mã chỉ tiêu', en: 'Indicator' } },
  { field: 'name', headings: { vi: 'Tên chỉ tiêu', en: 'Name' } },
  { field: 'unit', headings: { vi: 'Mã đơn vị', en: 'Unit code' } },
  { field: 'from', headings: { vi: 'Từ ngày', en: 'From' } },
  { field: 'to', headings: { vi: 'Đến ngày', en: 'To' } },
  { field: 'value', headings: { vi: 'Giá trị', en: 'Value' } },
  { field: 'bound', headings: { vi: 'Mức', en: 'Bound' } },
  { field: 'unitOfMeasure', headings: { vi: 'Đơn vị tính', en: 'Unit of measure' } },
  { field: 'statedBy', headings: { vi: 'Nguồn', en: 'Source' } },
];

const boundWords: Readonly<Record<string, Bound | null>> = ownWords({
  '': null,
  bằng: null,
  exactly: null,
  trên: 'more-than',
  hơn: 'more-than',
  'more than': 'more-than',
  'ít nhất': 'at-least',
  từ: 'at-least',
  'at least': 'at-least',
  khoảng: 'about',
  about: 'about',
  'tối đa': 'at-most',
  'at most': 'at-most',
  dưới: 'less-than',
  'less than': 'less-than',
});

/** @returns `undefined`: no such word */
export function boundOf(word: string): Bound | null | undefined {
  return boundWords[fold(word)];
}

/** Words for “it is stated that nobody knows”: a cell that is merely empty may have been forgotten. */
export const unknownWords: ReadonlySet<string> = new Set(['không rõ', 'không có số liệu', 'unknown', 'n/a']);
