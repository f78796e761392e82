import { describe, expect, test } from 'vitest';

import { detectFormat } from '../detect.ts';
import { readAll, recordsIn } from '../read-all.ts';
import { catalogueColumns } from './catalogue-columns.ts';
import { catalogueReader } from './catalogue-reader.ts';

const header = Object.values(catalogueColumns).join(';');
const bytes = (...rows: string[]): Uint8Array => new TextEncoder().encode([header, ...rows].join('\r\n'));
const read = async (...rows: string[]) => await readAll(catalogueReader, bytes(...rows));

describe('a catalogue of procedures', () => {
  test('is told from a list of dossiers by its header', () => {
    expect(detectFormat(bytes(), 'x.csv')?.format).toBe('catalogue');
    expect(detectFormat(new TextEncoder().encode('Mã hồ sơ;Mã thủ tục;Mức độ\n'), 'x.csv')?.format).toBe('csv');
  });

  test('gives an item for each time that something of a procedure held', async () => {
    const items = recordsIn(
      await read(
        '1.001193;Đăng ký khai sinh;ho-tich;Xã;Mức độ 4;Không;;;;01/01/2019;23/06/2022',
        '1.001193;Đăng ký khai sinh;ho-tich;Xã / Huyện;Toàn trình;Có;Có;3;Luật Hộ tịch, Điều 28;24/06/2022;',
      ),
      'catalogue-item',
    );

    expect(items).toMatchObject([
      {
        recordId: 'procedure:1.001193:commune:2019-01-01',
        serviceLevel: 'level-4',
        feeBearing: false,
        validFrom: '2019-01-01',
        validTo: '2022-06-23',
      },
      {
        recordId: 'procedure:1.001193:commune+district:2022-06-24',
        competence: ['commune', 'district'],
        serviceLevel: 'full',
        feeBearing: true,
        payableOnline: true,
        timeLimit: { workingDays: 3, basis: 'Luật Hộ tịch, Điều 28' },
        validTo: null,
      },
    ]);
    expect(items[0]).not.toHaveProperty('payableOnline');
  });

  test.each([
    [';Tên;;;;;;;;;', 'bad-identity', 'Mã thủ tục'],
    ['P;Tên;;Thôn;;;;;;;', 'bad-value', 'Cấp thực hiện'],
    ['P;Tên;;;5;;;;;;', 'bad-value', 'Mức độ'],
    ['P;Tên;;;;;;ba;Luật;;', 'bad-value', 'Thời hạn (ngày làm việc)'],
    ['P;Tên;;;;;;3;;;', 'missing-field', 'Căn cứ thời hạn'],
    ['P;Tên;;;;;;;;31/02/2026;', 'bad-value', 'Hiệu lực từ'],
  ])('a row %j is refused, naming its column', async (row, reason, column) => {
    const parsed = await read(row, 'Q;Tên;;;;;;;;;');

    expect(parsed).toMatchObject([
      { kind: 'rejected', rejection: { line: 2, reason, fields: [column] } },
      { kind: 'record', record: { code: 'Q' } },
    ]);
  });

  test('a table without its columns is refused as a whole', async () => {
    await expect(readAll(catalogueReader, new TextEncoder().encode('Mã;Tên\n'))).rejects.toMatchObject({
      code: 'BAD_FILE',
    });
  });
});
