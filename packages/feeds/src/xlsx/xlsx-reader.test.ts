import { describe, expect, test } from 'vitest';

import { detectFormat } from '../detect.ts';
import { zipBytes } from '../gtfs/zip-bytes.ts';
import { inspectFile } from '../inspect/inspect-file.ts';
import { defaultLimits } from '../limits.ts';
import { shippedMapping } from '../mappings/shipped-mappings.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { sheetBytes } from './sheet-bytes.ts';
import { guardXlsx } from './xlsx-guard.ts';
import { xlsxReader } from './xlsx-reader.ts';

const { mapping } = shippedMapping('hanoi-one-stop-cases');
const header = ['Mã hồ sơ', 'Mã thủ tục', 'Đơn vị', 'Kênh nộp', 'Ngày tiếp nhận', 'Hạn trả', 'Ngày trả', 'Trạng thái'];
const code = 'H26.12-251124-0001';
const read = async (bytes: Uint8Array) => await readAll(xlsxReader, bytes, { mapping });

describe('a workbook', () => {
  test('gives dates and numbers of its cells as a table of text would', async () => {
    const row = [code, 1.5, 4, 1, new Date('2025-11-24T08:30:00Z'), new Date('2025-11-30T00:00:00Z'), null, 4];

    const [record] = recordsIn(await read(await sheetBytes([{ name: 'A', rows: [header, row] }])), 'dossier-event');

    expect(record).toMatchObject({
      dossier: code,
      procedure: '1.5',
      unit: '4',
      channel: 'desk',
      steps: [{ step: 'received', at: '2025-11-24T01:30:00.000Z' }],
      due: { at: '2025-11-30T16:59:59.999Z', precision: 'day' },
    });
  });

  test('is read from the first sheet that has the columns', async () => {
    const row = [code, 'P', 'U', 'Trực tuyến', '24/11/2025', '30/11/2025', '', 'Đang xử lý'];
    const sheets = [
      { name: 'Hướng dẫn', rows: [['Đọc trước khi điền'], ['Điền vào trang sau']] },
      { name: 'Hồ sơ', rows: [header, row] },
    ];
    const bytes = await sheetBytes(sheets);

    expect((await inspectFile(bytes, 'a.xlsx')).mappings[0]?.id).toBe('hanoi-one-stop-cases');
    expect(recordsIn(await read(bytes), 'dossier-event')).toHaveLength(1);
  });

  test('rejects a row by its number in the sheet and keeps the others', async () => {
    const rows = ['24/11/2025', '31/02/2025', '25/11/2025'].map((day, at) => [
      `H26.12-25112${String(at + 4)}-0001`,
      'P',
      'U',
      '1',
      day,
      '',
      '',
      '',
    ]);

    const parsed = await read(await sheetBytes([{ name: 'A', rows: [header, ...rows] }]));

    expect(recordsIn(parsed, 'dossier-event')).toHaveLength(2);
    expect(parsed.flatMap((it) => (it.kind === 'rejected' ? [it.rejection.line] : []))).toEqual([3]);
  });

  test('columns about people are not read, and that is told', async () => {
    const rows = [
      [...header, 'Họ và tên', 'Số CCCD', 'Ghi chú'],
      [code, 'P', 'U', '1', '24/11/2025', '', '', '', 'Nguyễn Văn A', '001099000001', 'x'],
    ];
    const bytes = await sheetBytes([{ name: 'A', rows }]);

    const parsed = await read(bytes);

    expect(JSON.stringify(recordsIn(parsed, 'dossier-event'))).not.toMatch(/Nguyễn|001099000001/);
    expect(remarksIn(parsed)).toMatchObject({ 'personal-columns-not-read': 2, 'columns-not-read': 1 });
    expect((await inspectFile(bytes, 'a.xlsx')).personalColumns).toEqual(['Họ và tên', 'Số CCCD']);
  });
});

describe('a file that claims to be a workbook', () => {
  const sheet = (xml: string): Uint8Array =>
    zipBytes({ '[Content_Types].xml': '<Types/>', 'xl/worksheets/sheet1.xml': xml });

  test('is known by its parts, not by its name', async () => {
    expect(detectFormat(await sheetBytes([{ name: 'A', rows: [['a']] }]), 'x.csv')).toEqual({
      format: 'xlsx',
      gzip: false,
    });
    expect(detectFormat(zipBytes({ 'stops.txt': 'stop_id' }), 'x.xlsx')?.format).toBe('gtfs');
    expect(detectFormat(zipBytes({ 'word/document.xml': '<w/>' }), 'x.xlsx')).toBeNull();
  });

  test('and unfolds beyond the limit is refused before it is held', async () => {
    const bomb = sheet(`<worksheet>${' '.repeat(3_000_000)}</worksheet>`);

    await expect(guardXlsx(bomb, { ...defaultLimits, unpackedBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'BAD_FILE',
      place: 'unpackedBytes',
    });
  });

  test('and names a cell at the end of the world is refused', async () => {
    await expect(
      read(sheet('<sheetData><row r="1048576"><c r="XFD1048576"/></row></sheetData>')),
    ).rejects.toMatchObject({ code: 'BAD_FILE', place: 'cells' });
  });

  test('and is damaged, cut or empty is one clear error', async () => {
    const sound = await sheetBytes([{ name: 'A', rows: [header] }]);
    for (const bytes of [sound.subarray(0, 900), zipBytes({ '[Content_Types].xml': '<Types/>' }), new Uint8Array(40)])
      await expect(read(bytes)).rejects.toMatchObject({ code: 'BAD_FILE' });
    await expect(read(await sheetBytes([{ name: 'A', rows: [[null]] }]))).rejects.toMatchObject({ place: 'sheet' });
  });
});
