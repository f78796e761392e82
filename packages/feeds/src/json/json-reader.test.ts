import { mappingSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';

import { breakage, broken, isClearRefusal, keepsTheContract } from '../breakage.ts';
import { csvReader } from '../csv/csv-reader.ts';
import { inspect } from '../inspect/inspect.ts';
import type { Parsed } from '../parsed.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { jsonReader } from './json-reader.ts';

type Written = Partial<z.input<typeof mappingSchema>>;

const mappingOf = (more: Written): z.output<typeof mappingSchema> =>
  mappingSchema.parse({ mapping: 1, name: 'test', shape: 'cases', ...more });
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const read = async (value: unknown, more: Written, chunk = 4096): Promise<Parsed[]> =>
  await readAll(jsonReader, bytes(value), { mapping: mappingOf(more) }, chunk);
const rejections = (parsed: readonly Parsed[]) =>
  parsed.flatMap((it) => (it.kind === 'rejected' ? [it.rejection] : []));

const cases = { fields: { dossier: 'id', received: 'opened', unit: '$.team.code', handled: 'closed' } };
const rows = [
  { id: 'T-1', opened: '2026-11-24T08:00:00+07:00', team: { code: 'CNTT' }, closed: null, note: 'free text' },
  { id: 2, opened: '2026-11-24T09:00:00+07:00', team: { code: 'CNTT' }, closed: '2026-11-24T10:00:00+07:00' },
];

describe('rows of JSON', () => {
  test('are read like those of a table with the same columns', async () => {
    const table = 'id,opened,closed\nT-1,2026-11-24 08:00,\n2,2026-11-24 09:00,2026-11-24 10:00\n';
    const list = [
      { id: 'T-1', opened: '2026-11-24 08:00' },
      { id: 2, opened: '2026-11-24 09:00', closed: '2026-11-24 10:00' },
    ];
    const flat = { fields: { dossier: 'id', received: 'opened', handled: 'closed' } };
    const ofTable = await readAll(csvReader, new TextEncoder().encode(table), { mapping: mappingOf(flat) });

    const records = recordsIn(await read(list, flat), 'dossier-event');

    expect(records).toHaveLength(2);
    expect(records).toEqual(recordsIn(ofTable, 'dossier-event'));
  });

  test.each([
    ['$[*]', rows],
    ['$.data.items[*]', { meta: { data: { items: [1] } }, data: { count: 2, items: rows, more: [[]] } }],
    ['$["data"][\'the items\'].*', { other: ['x'], data: { 'the items': rows } }],
    ['$..items[?@.id]', { data: [{ items: rows }, { items: [{}] }] }],
  ])('are found at %s, however the file is cut', async (path, document) => {
    for (const chunk of [1, 7, 4096]) {
      const found = recordsIn(await read(document, { ...cases, rows: path }, chunk), 'dossier-event');

      expect(found.map(({ dossier, unit }) => [dossier, unit])).toEqual([
        ['T-1', 'CNTT'],
        ['2', 'CNTT'],
      ]);
    }
  });

  test('without a path are the list, or the one object that the document is', async () => {
    expect(recordsIn(await read(rows, cases), 'dossier-event')).toHaveLength(2);
    expect(recordsIn(await read(rows[0], cases), 'dossier-event')).toHaveLength(1);
    expect(await read([], cases)).toEqual([]);
  });

  test('with a history are a case and its events', async () => {
    const history = [
      { at: 1_795_482_000, did: 'open' },
      { at: 1_795_485_600, did: 'close' },
    ];
    const tickets = [
      { no: 'T-1', from: { unit: 'H26' }, history },
      { no: 'T-2', from: { unit: 'H26' }, history: [] },
    ];
    const mapping: Written = {
      shape: 'events',
      rows: '$.tickets[*]',
      parts: '$.history[*]',
      timeFormats: ['seconds'],
      fields: { dossier: 'case:no', at: 'at', activity: 'did', unit: 'case:$.from.unit', received: 'case:opened' },
      steps: { open: 'received', close: 'handled' },
    };

    const told = recordsIn(await read({ tickets }, mapping), 'dossier-event');

    expect(told.map(({ dossier, occurredAt, steps, unit }) => [dossier, occurredAt, steps[0]?.step, unit])).toEqual([
      ['T-1', '2026-11-24T01:00:00.000Z', 'received', 'H26'],
      ['T-1', '2026-11-24T02:00:00.000Z', 'handled', 'H26'],
    ]);
  });

  test('of figures are observations: numbers are never read with the sign of texts', async () => {
    const mapping: Written = {
      shape: 'series',
      rows: '$.stations[*]',
      parts: '$.values[*]',
      timeFormats: ['milliseconds'],
      series: {
        feed: 'weather',
        at: '$[0]',
        entity: 'case:id',
        decimal: ',',
        values: [{ column: '$[1]', metric: 'rain', unit: 'mm' }],
      },
    };
    const at = Date.parse('2026-11-24T01:00:00Z');
    const values = [
      [at, 1.234],
      [at + 1, 0.1 + 0.2],
      [at + 2, null],
      [at + 3, '1.234,5'],
      [at + 4, { is: 1 }],
    ];

    const parsed = await read({ stations: [{ id: 'S1', values }] }, mapping);

    expect(recordsIn(parsed, 'observation').map(({ value, entity }) => [entity, value])).toEqual([
      ['S1', 1.234],
      ['S1', 0.1 + 0.2],
      ['S1', null],
      ['S1', 1234.5],
    ]);
    expect(remarksIn(parsed)).toEqual({ 'absent-values': 1 });
    expect(rejections(parsed)).toMatchObject([{ line: 1, reason: 'bad-value', fields: ['$[1]'] }]);
  });
});

describe('what is wrong', () => {
  test('with a row costs that row and names its path', async () => {
    const parsed = await read(
      [7, { ...rows[0], team: { code: ['a', 'b'] } }, { ...rows[0], id: 2 ** 60 }, rows[1]],
      cases,
    );

    expect(rejections(parsed)).toMatchObject([
      { line: 1, reason: 'not-parseable' },
      { line: 2, reason: 'bad-value', fields: ['$.team.code'] },
      { line: 3, reason: 'bad-value', fields: ['id'] },
    ]);
    expect(recordsIn(parsed, 'dossier-event')).toHaveLength(1);
  });

  test('with a path of the mapping is told before the first row', async () => {
    await expect(read(rows, { ...cases, rows: '$.data[' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      place: 'rows',
    });
    await expect(read(rows, { fields: { ...cases.fields, unit: '$.team.' } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      place: 'column $.team.',
    });
    await expect(read(rows, { ...cases, parts: '$..' })).rejects.toMatchObject({ code: 'BAD_REQUEST', place: 'parts' });
  });

  test('with the document refuses it: no list where the rows should be, or no JSON', async () => {
    for (const path of ['$.data[*]', '$.data', '$..data[*]'])
      await expect(read({ date: rows }, { ...cases, rows: path })).rejects.toMatchObject({
        code: 'BAD_FILE',
        place: `rows: ${path}`,
      });
    for (const text of ['{"a":', '<html>', ''])
      await expect(
        readAll(jsonReader, new TextEncoder().encode(text), { mapping: mappingOf(cases) }),
      ).rejects.toMatchObject({ code: 'BAD_FILE' });
  });

  test('anywhere gives records, rejections or one refusal', async () => {
    const paths = fc.constantFrom('$[*]', '$.data[*]', '$..data[*]', '$');
    await fc.assert(
      fc.asyncProperty(
        paths,
        fc.array(breakage, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 100 }),
        async (path, breaks, chunk) => {
          const text = broken(JSON.stringify(path === '$[*]' ? rows : { data: rows }), breaks);
          const mapping = mappingOf({ ...cases, rows: path });
          const parsed = await readAll(jsonReader, new TextEncoder().encode(text), { mapping }, chunk).catch(
            (error: unknown) => {
              if (isClearRefusal(error)) return [];
              throw error;
            },
          );

          expect(parsed.every(keepsTheContract)).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });
});

test('a look at a file names its rows and columns, and none of a person', () => {
  const person = { ...rows[0], requester: { email: 'a@b.vn', unit: 'H26' } };
  const seen = inspect(bytes({ data: [person] }), 'export.json');

  expect(seen).toMatchObject({ format: 'json', personalColumns: ['$.requester.email'] });
  expect(seen.columns).toEqual(['id', 'opened', '$.team.code', 'note', '$.requester.email', '$.requester.unit']);
  expect(JSON.stringify(seen.sample)).not.toContain('a@b.vn');
  expect(seen.suggestion).toMatchObject({ rows: '$.data[*]' });
});
