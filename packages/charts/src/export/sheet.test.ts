import { expect, test } from 'vitest';

import type { ExportedView } from './exported-view.ts';
import { sheetOf } from './sheet.ts';

const view: ExportedView = {
  name: 'overdue-units',
  language: 'vi',
  title: 'Đơn vị quá hạn nhiều nhất',
  unit: 'hồ sơ',
  cut: 'Số liệu đến 10:42:07 24/11/2026',
  source: '',
  mark: 'Dữ liệu mô phỏng',
  columns: [
    { name: 'Đơn vị', kind: 'text' },
    { name: 'Quá hạn', kind: 'number' },
    { name: 'Trên hồ sơ đang mở', kind: 'share' },
  ],
  rows: [
    ['=SUM(A1)', 94, 0.048],
    ['Sóc Sơn', null, 0],
  ],
};

test('a sheet has the cover of the CSV, then headings and rows; what is not known is an empty cell and no zero', () => {
  const values = sheetOf(view).map((row) => row.map((cell) => cell?.value ?? null));

  expect(values).toEqual([
    ['Đơn vị quá hạn nhiều nhất'],
    ['Đơn vị đo', 'hồ sơ'],
    ['Số liệu đến', 'Số liệu đến 10:42:07 24/11/2026'],
    ['Nguồn'],
    ['Lưu ý', 'Dữ liệu mô phỏng'],
    [],
    ['Đơn vị', 'Quá hạn', 'Trên hồ sơ đang mở'],
    ['=SUM(A1)', 94, 0.048],
    ['Sóc Sơn', null, 0],
  ]);
});

test('a share stays a share and is shown in per cent; a text that looks like a formula stays a text', () => {
  const [formula, count, share] = sheetOf(view)[7] ?? [];

  expect(share).toEqual({ value: 0.048, format: '0.0%' });
  expect(count).toEqual({ value: 94 });
  expect(typeof formula?.value).toBe('string');
});
