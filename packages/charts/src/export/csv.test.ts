import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { csvOf } from './csv.ts';
import type { ExportedView } from './exported-view.ts';

const view: ExportedView = {
  name: 'overdue-units',
  language: 'vi',
  title: 'Đơn vị quá hạn nhiều nhất',
  unit: 'hồ sơ',
  cut: 'Số liệu đến 10:42:07 24/11/2026',
  source: 'Nguồn: Hệ thống một cửa; trực tiếp',
  mark: 'Dữ liệu mô phỏng',
  columns: [
    { name: 'Đơn vị', kind: 'text' },
    { name: 'Quá hạn', kind: 'number' },
    { name: 'Trên hồ sơ đang mở', kind: 'share' },
  ],
  rows: [
    ['Hoàng Liệt', 94, 0.048],
    ['Sóc Sơn', null, null],
  ],
};

function lines(shown: ExportedView): string[] {
  return csvOf(shown).slice(1).split('\r\n');
}

test('the file starts with the mark by which Excel knows UTF-8', () => {
  expect(new TextEncoder().encode(csvOf(view)).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
});

test('title, unit, cut, source and the simulated mark stand above the table', () => {
  expect(lines(view).slice(0, 5)).toEqual([
    'Đơn vị quá hạn nhiều nhất',
    'Đơn vị đo;hồ sơ',
    'Số liệu đến;Số liệu đến 10:42:07 24/11/2026',
    'Nguồn;"Nguồn: Hệ thống một cửa; trực tiếp"',
    'Lưu ý;Dữ liệu mô phỏng',
  ]);
});

test('numbers have a decimal comma for a Vietnamese Excel and a point for an English one', () => {
  expect(lines(view)[7]).toBe('Hoàng Liệt;94;4,8');
  expect(lines({ ...view, language: 'en' })[7]).toBe('Hoàng Liệt;94;4.8');
});

test('what is not known is an empty cell and never a zero', () => {
  expect(lines(view)[8]).toBe('Sóc Sơn;;');
});

test('a real ledger has no mark and no empty line in its place', () => {
  expect(lines({ ...view, mark: null })[4]).toBe('');
});

test('no text can become a formula, whatever it begins with', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t'), fc.string(), (first, rest) => {
      const file = csvOf({ ...view, rows: [[`${first}${rest}`, 1, 0]] });
      const row = file.split('\r\n').slice(7).join('\r\n');
      expect(row.replace(/^"/, '').startsWith("'")).toBe(true);
    }),
  );
});

test('a text with separators, quotes or line breaks is one cell', () => {
  const [, , , , , , , row] = lines({ ...view, rows: [['a;b "c"', 1, 0]] });

  expect(row).toBe('"a;b ""c""";1;0,0');
});
