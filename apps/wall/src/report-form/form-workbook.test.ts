import { expect, test } from 'vitest';

import { formView } from './form-view.ts';
import { formWords } from './form-words.ts';
import { formSheet } from './form-workbook.ts';

const words = formWords.vi;

const stamp = { language: 'vi', cut: 'Số liệu đến 10:00', source: 'Nguồn', mark: 'Dữ liệu mô phỏng' } as const;

test('the sheet tells its cut and mark, then two header rows as wide as the form', () => {
  const sheet = formSheet(formView(stamp, 'Biểu', [], String));

  const [groups, names] = sheet.slice(-2);
  expect(sheet.slice(0, 4).map((row) => row[0])).toMatchObject(
    ['Biểu', 'Số liệu đến 10:00', words.source, 'Dữ liệu mô phỏng'].map((value) => ({ value })),
  );
  expect([groups?.length, names?.length]).toEqual([19, 19]);
  expect(names?.[16]).toMatchObject({ value: 'Quá hạn (16)' });
});
