import { inspectionSchema } from '@flagtower/contracts';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';

import { inspect } from './inspect.ts';

const utf8 = new TextEncoder();
const look = (text: string, name = 'x.csv') => inspectionSchema.parse(inspect(utf8.encode(text), name));

describe('inspection of a table', () => {
  const text = [
    'Mã hồ sơ;Họ và tên;Tên thủ tục;Cơ quan tiếp nhận;Hình thức nộp;Ngày tiếp nhận;Hạn trả kết quả;Ngày trả;Trạng thái',
    'H1;A;Khai sinh;P1;Trực tuyến;24/11/2025 08:30;30/11/2025;;Đang xử lý',
    'H2;B;Khai tử;P2;Trực tiếp;23/11/2025 08:30;29/11/2025;28/11/2025;Đã trả kết quả',
    'H3;cut o',
  ].join('\n');

  test('Vietnamese headers are understood, people are left out', () => {
    const { suggestion } = look(text);

    expect(suggestion).toMatchObject({
      shape: 'cases',
      timeFormats: ['dd/MM/yyyy', 'dd/MM/yyyy HH:mm'],
      fields: {
        dossier: 'Mã hồ sơ',
        procedure: 'Tên thủ tục',
        unit: 'Cơ quan tiếp nhận',
        channel: { column: 'Hình thức nộp' },
        received: 'Ngày tiếp nhận',
        due: 'Hạn trả kết quả',
        handled: 'Ngày trả',
        status: 'Trạng thái',
      },
      steps: { 'Đã xử lý xong': 'handled' },
    });
    expect(JSON.stringify(suggestion?.fields)).not.toContain('Họ và tên');
  });

  test('whole rows are shown, a row that is cut off is not', () => {
    expect(look(text).sample.map((row) => row['Mã hồ sơ'])).toEqual(['H1', 'H2']);
  });

  test('English headers of an event list make the shape of events', () => {
    const { suggestion } = look('Case ID,Timestamp,Activity,Department\n1,06/20/2016 10:04:21 PM,Check,X\n');

    expect(suggestion).toMatchObject({
      shape: 'events',
      timeFormats: ['MM/dd/yyyy hh:mm:ss a'],
      fields: { dossier: 'Case ID', at: 'Timestamp', activity: 'Activity', unit: 'Department' },
    });
  });

  test('a table in an old encoding gets a mapping that names it', () => {
    const bytes = iconv.encode('Mã hô sơ,Ngày nhân\nH1,24/11/2025\n', 'windows-1258');

    expect(inspect(bytes, 'x.csv').suggestion?.encoding).toBe('windows-1258');
  });

  test('the one-stop template is recognised', () => {
    const header = 'Mã hồ sơ,Mã thủ tục,Đơn vị,Kênh nộp,Ngày tiếp nhận,Hạn trả,Ngày trả,Trạng thái';

    expect(look(`${header}\n`).mappings.map(({ id }) => id)).toEqual(['hanoi-one-stop-cases']);
  });
});

describe('inspection of other formats', () => {
  test('attributes of a log are named as a mapping names them', () => {
    const { columns, sample, format } = look(
      `<log xes.version="1.0"><!--${' '.repeat(256)}--><trace><string key="channel" value="web"/><event><string key="concept:name" value="Check"/></event>`,
      'x.xes',
    );

    expect([format, columns]).toEqual(['xes', ['case:channel', 'concept:name']]);
    expect(sample).toEqual([{ 'case:channel': 'web', 'concept:name': 'Check' }]);
  });

  test('a format that needs no mapping gets none', () => {
    expect(look('{"kind":"observation"}\n', 'x.ndjson')).toMatchObject({ columns: [], mappings: [], suggestion: null });
  });

  test('what is nothing that we read is refused with a remedy', () => {
    expect(() => look('<html>')).toThrow(expect.objectContaining({ code: 'UNKNOWN_FORMAT' }));
  });
});
