import { expect, test } from 'vitest';

import { readReportCsv } from './read-report-csv.ts';

const headings = 'Mã chỉ tiêu;Tên chỉ tiêu;Mã đơn vị;Từ ngày;Đến ngày;Giá trị;Mức;Đơn vị tính;Nguồn';
const read = (...lines: string[]) => readReportCsv(Buffer.from(`\uFEFF${[headings, ...lines].join('\r\n')}\r\n`));

test('a line is read as Vietnam writes days and numbers', () => {
  const { rows, issues } = read(
    'services.online;Dịch vụ công trực tuyến;01;31/12/2018;31/12/2018;1.055;;dịch vụ;Báo cáo quý IV',
    'services.online-share;;01;2018-12-31;31/12/2018;55,5%;khoảng;%;Báo cáo quý IV',
    'onestop.accounts;;01;1/12/2018;31/12/2018;không rõ;;;Báo cáo quý IV',
  );

  expect(issues).toEqual([]);
  expect(rows.map(({ line, from, value, isPercent, bound }) => [line, from, value, isPercent, bound])).toEqual([
    [2, '2018-12-31', 1055, false, null],
    [3, '2018-12-31', 55.5, true, 'about'],
    [4, '2018-12-01', null, false, null],
  ]);
});

test('a comma-separated file with English headings in another order is read too', () => {
  const text =
    'Source,Value,To,From,Unit code,Indicator\n"A register, 2019",12,2019-03-31,2019-01-01,01,kiosk.installed\n';

  expect(readReportCsv(Buffer.from(text)).rows[0]).toMatchObject({ value: 12, statedBy: 'A register, 2019' });
});

test('lines of the template that nobody filled in are no rows', () => {
  expect(read('services.online;Dịch vụ công trực tuyến;01;;;;;dịch vụ;')).toEqual({ rows: [], issues: [] });
});

test.for([
  ['0.55', 'not-a-number'],
  ['1,055.5', 'not-a-number'],
  ['1.05', 'not-a-number'],
  ['mười', 'not-a-number'],
  ['', 'empty'],
])('a value of “%s” is %s', ([value, reason]) => {
  expect(read(`services.online;;01;31/12/2018;31/12/2018;${value};;;Báo cáo`).issues).toEqual([
    { line: 2, field: 'value', reason },
  ]);
});

test('everything that is wrong is told, each by its line and field', () => {
  const { rows, issues } = read(
    'services.online;;01;31/12/2018;31/12/2018;1;;;Báo cáo',
    'services.online;;;31/02/2018;;1;nhiều;;Báo cáo',
    '"services.online";;01;"31/12/2018"x;31/12/2018;1;;;Báo cáo',
    `services.online;;01;31/12/2018;31/12/2018;1;;;${'x'.repeat(201)}`,
  );

  expect(rows).toHaveLength(1);
  expect(issues).toEqual([
    { line: 3, field: 'from', reason: 'not-a-day' },
    { line: 3, field: 'to', reason: 'empty' },
    { line: 3, field: 'bound', reason: 'not-a-bound' },
    { line: 3, field: 'unit', reason: 'empty' },
    { line: 4, field: null, reason: 'row-broken' },
    { line: 5, field: 'statedBy', reason: 'too-long' },
  ]);
});

test('a file without the headings is refused as a whole, and so is an empty one', () => {
  expect(() => readReportCsv(Buffer.from('a;b\n1;2\n'))).toThrow(
    expect.objectContaining({ code: 'BAD_FILE', message: expect.stringContaining('Mã chỉ tiêu') }),
  );
  expect(() => readReportCsv(Buffer.from(''))).toThrow(expect.objectContaining({ code: 'BAD_FILE' }));
});
