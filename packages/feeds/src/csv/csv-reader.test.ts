import { mappingSchema } from '@flagtower/contracts';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';

import { shippedMapping } from '../mappings/shipped-mappings.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { csvReader } from './csv-reader.ts';

const utf8 = new TextEncoder();

function mappingOf(rest: Partial<z.input<typeof mappingSchema>> = {}) {
  return mappingSchema.parse({
    mapping: 1,
    name: 'test',
    shape: 'cases',
    fields: { dossier: 'id', received: 'in', handled: 'out', due: 'due' },
    ...rest,
  });
}

async function read(text: string, mapping = mappingOf()) {
  const parsed = await readAll(csvReader, utf8.encode(text), { mapping });
  return { parsed, records: recordsIn(parsed, 'dossier-event'), remarks: remarksIn(parsed) };
}

const rejections = (parsed: Awaited<ReturnType<typeof readAll>>) =>
  parsed.flatMap((it) => (it.kind === 'rejected' ? [it.rejection] : []));

describe('a row per case', () => {
  test('gives one record with all its steps in order of time', async () => {
    const { records } = await read('id,in,out,due\nA-1,2025-11-24T08:30:00Z,2025-11-25T09:00:00Z,2025-11-30\n');

    expect(records).toEqual([
      {
        kind: 'dossier-event',
        recordId: 'case:A-1',
        version: 0,
        occurredAt: '2025-11-25T09:00:00.000Z',
        caseKind: 'dossier',
        dossier: 'A-1',
        steps: [
          { step: 'received', at: '2025-11-24T08:30:00.000Z', precision: 'instant' },
          { step: 'handled', at: '2025-11-25T09:00:00.000Z', precision: 'instant' },
        ],
        dating: 'correction',
        due: { at: '2025-11-30T16:59:59.999Z', precision: 'day' },
      },
    ]);
  });

  test('an end told by day, on the day of receipt, is not before the receipt', async () => {
    const { records, remarks } = await read('id,in,out,due\nA,2025-11-24T08:30:00Z,2025-11-24,\n');

    expect(records[0]?.steps[1]).toEqual({ step: 'handled', at: '2025-11-24T08:30:00.000Z', precision: 'day' });
    expect(remarks).toEqual({ 'no-due': 1 });
  });

  test('an end before the start is kept and told', async () => {
    const { records, remarks } = await read('id,in,out,due\nA,2025-11-24T08:30:00Z,2025-11-20T08:30:00Z,2025-11-30\n');

    expect(records).toHaveLength(1);
    expect(remarks).toEqual({ 'ends-before-start': 1 });
  });

  test('a bad row is refused with its line and columns, and the others are taken', async () => {
    const { parsed, records } = await read(
      'id,in,out,due\nA,yesterday,,\n,2025-11-24,,\nB,2025-11-24,,\nC,2025-11-24\nD,,,\n',
    );

    expect(records.map((it) => it.dossier)).toEqual(['B']);
    expect(rejections(parsed).map(({ line, reason, fields }) => [line, reason, fields])).toEqual([
      [2, 'bad-time', ['in']],
      [3, 'bad-identity', ['id']],
      [5, 'not-parseable', []],
      [6, 'missing-field', ['in']],
    ]);
  });

  test('no word of a refused row appears in its rejection', async () => {
    const { parsed } = await read('id,in,out,due\nNguyễn Văn Secret,not a secret time,,\n');

    expect(JSON.stringify(parsed)).not.toMatch(/secret/i);
  });

  test('the version is a column, a number or a time, else the moment of the export', async () => {
    const mapping = mappingOf({ fields: { dossier: 'id', received: 'in', version: 'v' } });
    const text = 'id,in,v\nA,2025-11-24,7\nB,2025-11-24,2025-11-25T00:00:00Z\nC,2025-11-24,\n';

    const parsed = await readAll(csvReader, utf8.encode(text), {
      mapping,
      asOf:
        recordsIn((await read('id,in,out,due\nX,2025-12-01T00:00:00Z,,\n')).parsed, 'dossier-event')[0]?.occurredAt ??
        null,
    });

    expect(recordsIn(parsed, 'dossier-event').map((it) => it.version)).toEqual([
      7,
      Date.parse('2025-11-25T00:00:00Z'),
      Date.parse('2025-12-01T00:00:00Z'),
    ]);
  });

  test('words of a strict field that are not listed are refused', async () => {
    const channel = { column: 'ch', values: { Web: 'online' }, strict: true };
    const mapping = mappingOf({ fields: { dossier: 'id', received: 'in', channel } });

    const { parsed, records } = await read('id,in,ch\nA,2025-11-24,WEB\nB,2025-11-24,fax\nC,2025-11-24,\n', mapping);

    expect(records.map((it) => it.channel)).toEqual(['online', undefined]);
    expect(rejections(parsed).map((it) => it.reason)).toEqual(['unknown-code']);
  });
});

describe('a row per event', () => {
  const mapping = mappingOf({
    shape: 'events',
    fields: { dossier: 'id', at: 'at', activity: 'what', unit: 'unit', received: 'in', due: 'due' },
    steps: { Done: 'handled' },
  });
  const header = 'id,at,what,unit,in,due\n';
  const row = (id: string, at: string, what: string, [unit, due] = ['U1', '2025-11-30']) =>
    `${id},2025-11-${at}T08:00:00Z,${what},${unit},2025-11-20T08:00:00Z,${due}\n`;

  test('gives one record an event, whose values act from its time, and one a case', async () => {
    const { records } = await read(
      header + row('A', '21', 'Check') + row('A', '22', 'done', ['U2', '2025-11-30']),
      mapping,
    );

    expect(
      records.map((it) => [it.recordId.split(':')[0], it.dating, it.unit, it.steps.map(({ step }) => step)]),
    ).toEqual([
      ['event', 'change', 'U1', ['activity']],
      ['case', 'correction', undefined, ['received']],
      ['event', 'change', 'U2', ['handled']],
    ]);
  });

  test('rows that are shuffled and repeated give the same records', async () => {
    const rows = [row('A', '21', 'Check'), row('A', '22', 'Done'), row('B', '21', 'Check'), row('B', '21', 'Sign')];
    const ids = async (text: string) =>
      [...new Set((await read(header + text, mapping)).records.map((it) => JSON.stringify(it)))].toSorted();

    expect(await ids([...rows.toReversed(), ...rows].join(''))).toEqual(await ids(rows.join('')));
  });

  test('a case whose columns differ between rows is told once for each content', async () => {
    const { records } = await read(
      header +
        row('A', '21', 'a') +
        row('B', '21', 'b') +
        row('A', '22', 'c') +
        row('A', '23', 'd', ['U1', '2025-12-05']),
      mapping,
    );

    expect(records.filter((it) => it.recordId === 'case:A').map((it) => it.due?.at)).toEqual([
      '2025-11-30T16:59:59.999Z',
      '2025-12-05T16:59:59.999Z',
    ]);
  });

  test('values of the case without any time of the case ride on its events, as true from the start', async () => {
    const bare = mappingOf({ shape: 'events', fields: { dossier: 'id', at: 'at', channel: 'case:ch' } });

    const { records } = await read('id,at,case:ch\nA,2025-11-21,online\n', bare);

    expect(records).toMatchObject([{ dating: 'correction', channel: 'online', steps: [{ step: 'activity' }] }]);
  });

  test('an activity that is prose is counted without its words', async () => {
    const { records, remarks } = await read(header + row('A', '21', `Called ${'x'.repeat(90)}`), mapping);

    expect(records[0]?.steps[0]).not.toHaveProperty('activity');
    expect(remarks['activity-dropped']).toBe(1);
  });
});

describe('tables as they come', () => {
  test('BOM, lone carriage returns, semicolons and another case of the header', async () => {
    const { records } = await read('\uFEFFID ;In;OUT;Due\rA;2025-11-24;;\rB;2025-11-25;;\r');

    expect(records.map((it) => it.dossier)).toEqual(['A', 'B']);
  });

  test('columns of the same name are told apart, and a header in the other Unicode form is the same', async () => {
    const mapping = mappingOf({ fields: { dossier: 'Mã', received: 'ngày (2)' } });

    const { records } = await read('Mã,ngày,ngày\nA,2025-01-01,2025-02-02\n'.normalize('NFD'), mapping);

    expect(records[0]?.occurredAt).toBe('2025-02-01T17:00:00.000Z');
  });

  test('an old encoding is read when the mapping names it, and refused when it does not', async () => {
    const mapping = mappingOf({ encoding: 'windows-1258', fields: { dossier: 'id', received: 'in', unit: 'unit' } });
    const bytes = iconv.encode('id,in,unit\nA,2025-11-24,Hoàn Kiêm\n', 'windows-1258');

    const parsed = await readAll(csvReader, bytes, { mapping });

    expect(recordsIn(parsed, 'dossier-event')[0]?.unit).toBe('Hoàn Kiêm');
    await expect(readAll(csvReader, bytes, { mapping: mappingOf() })).rejects.toMatchObject({
      code: 'BAD_FILE',
      place: 'encoding',
    });
  });

  test('a table without the mapped columns is refused as a whole, naming them', async () => {
    await expect(read('Mã;Ngày\n1;2\n')).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: expect.stringMatching(/no column (id|in|out|due)(, (id|in|out|due)){3}$/),
    });
  });

  test.each(['', '\n\n', '<html><body>Sign in</body></html>', 'a,b\0c\n'])('%j is no table', async (text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'BAD_FILE' });
  });

  test('without a mapping nothing is guessed', () => {
    const bytes = new ReadableStream<Uint8Array>();

    expect(() => csvReader(bytes, { mapping: null } as never)).toThrow('A table needs a mapping');
  });
});

describe('case ids', () => {
  test('blanks become underscores, and two ids that differ in other signs stay two', async () => {
    const { records, remarks } = await read(
      'id,in,out,due\ndeclaration 12,2025-11-24,,\nA(1),2025-11-24,,\nA+1),2025-11-24,,\n',
    );

    expect(records[0]?.dossier).toBe('declaration_12');
    expect(new Set(records.map((it) => it.dossier)).size).toBe(3);
    expect(remarks['code-cleaned']).toBe(3);
  });
});

describe('the one-stop template', () => {
  const header = 'Mã hồ sơ,Mã thủ tục,Đơn vị,Kênh nộp,Ngày tiếp nhận,Hạn trả,Ngày trả,Trạng thái\n';
  const { mapping } = shippedMapping('hanoi-one-stop-cases');

  test.each([
    ['Đang xử lý', '', ['received']],
    ['Đã xử lý xong', '28/11/2025 10:00', ['received', 'handled']],
    ['Đã trả kết quả', '28/11/2025 10:00', ['received', 'handled', 'returned']],
    ['Công dân yêu cầu rút hồ sơ', '28/11/2025 10:00', ['received', 'withdrawn']],
    ['Không được tiếp nhận', '', ['refused']],
  ])('status “%s” makes the steps it means', async (status, out, steps) => {
    const text = `${header}H26.12-251124-0001,1.004194,H26.12,Trực tuyến,24/11/2025 08:30,30/11/2025,${out},${status}\n`;

    const { records } = await read(text, mapping);

    expect(records[0]?.steps.map(({ step }) => step)).toEqual(steps);
    expect(records[0]).toMatchObject({ channel: 'online', procedure: '1.004194', unit: 'H26.12' });
  });

  test('a paused dossier without a time of the pause is told, not guessed', async () => {
    const row = 'H26.12-251124-0001,P,U,Trực tiếp,24/11/2025,30/11/2025,,Dừng xử lý';

    const { records, remarks } = await read(`${header}${row}\n`, mapping);

    expect(records[0]?.steps.map(({ step }) => step)).toEqual(['received']);
    expect(remarks).toEqual({ 'status-without-time': 1 });
  });

  test('what a code says otherwise than its row is told, and the row is kept as it is', async () => {
    const rows = [
      'H26.12-251124-0001,P,H26.12,Trực tiếp,24/11/2025 00:00,30/11/2025,,Đang xử lý',
      '000.00.12.H26-251123-0002,P,000.00.13.H26,Trực tiếp,24/11/2025,30/11/2025,,Đang xử lý',
      'A-7,P,U,Trực tiếp,24/11/2025,30/11/2025,,Đang xử lý',
    ];

    const { records, remarks } = await read(`${header}${rows.join('\n')}\n`, mapping);

    expect(records.map((it) => it.dossier)).toEqual(['H26.12-251124-0001', '000.00.12.H26-251123-0002', 'A-7']);
    expect(remarks).toEqual({ 'code-date-differs': 1, 'code-unit-differs': 1, 'code-form-unknown': 1 });
  });

  test.each([
    ['Yêu cầu bổ sung giấy tờ', 'supplement'],
    ['6', 'payment'],
    ['Dừng xử lý', 'stopped'],
  ])('a pause by the status “%s” keeps what it waits for', async (status, reason) => {
    const events = shippedMapping('hanoi-one-stop-events').mapping;
    const table = `Mã hồ sơ,Mã thủ tục,Đơn vị,Kênh nộp,Thời điểm,Trạng thái,Hạn trả\nH1,P,U1,2,25/11/2025 09:00,${status},\n`;

    const { records } = await read(table, events);

    expect(records[0]).toMatchObject({ channel: 'online', steps: [{ step: 'paused', reason }] });
  });

  test('the log of statuses pauses and resumes, and moves between units', async () => {
    const events = shippedMapping('hanoi-one-stop-events').mapping;
    const lines = [
      'H1,P,U1,Trực tuyến,24/11/2025 08:30,Được tiếp nhận,30/11/2025',
      'H1,P,U1,Trực tuyến,25/11/2025 09:00,Yêu cầu bổ sung giấy tờ,30/11/2025',
      'H1,P,U2,Trực tuyến,26/11/2025 10:00,Đang xử lý,02/12/2025',
      'H1,P,U2,Trực tuyến,27/11/2025 10:00,Đã xử lý xong,02/12/2025',
    ];

    const { records } = await read(
      `Mã hồ sơ,Mã thủ tục,Đơn vị,Kênh nộp,Thời điểm,Trạng thái,Hạn trả\n${lines.join('\n')}`,
      events,
    );

    expect(records.map((it) => [it.steps[0]?.step, it.unit, it.due?.at.slice(0, 10), it.dating])).toEqual([
      ['received', 'U1', '2025-11-30', 'change'],
      ['paused', 'U1', '2025-11-30', 'change'],
      ['resumed', 'U2', '2025-12-02', 'change'],
      ['handled', 'U2', '2025-12-02', 'change'],
    ]);
  });
});
