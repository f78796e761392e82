import { mappingSchema } from '@flagtower/contracts';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';

import { csvReader } from '../csv/csv-reader.ts';
import { jsonReader } from '../json/json-reader.ts';
import type { Parsed } from '../parsed.ts';
import { readAll, recordsIn } from '../read-all.ts';

type Catalogue = NonNullable<z.input<typeof mappingSchema>['catalogue']>;

const mappingOf = (more: Partial<Catalogue> = {}) =>
  mappingSchema.parse({
    mapping: 1,
    name: 'Services of the test',
    shape: 'catalogue',
    timeFormats: ['dd/MM/yyyy'],
    catalogue: {
      code: { column: ['unit', 'no'], join: '/' },
      names: { vi: 'name' },
      onlineSteps: { columns: { application: 'apply', result: 'result' }, yes: ['x'], no: ['-'] },
      feeBearing: { column: 'fee', values: { Có: 'true', Không: 'false' } },
      validFrom: 'from',
      ...more,
    },
    series: {
      feed: 'services',
      at: 'from',
      entity: { column: ['unit', 'no'], join: '/' },
      values: [{ column: 'count', metric: 'applications', unit: '{application}' }],
    },
  });
const header = 'unit,no,name,apply,result,fee,from,count';
const read = async (...rows: string[]): Promise<Parsed[]> =>
  await readAll(csvReader, new TextEncoder().encode([header, ...rows].join('\n')), { mapping: mappingOf() });

describe('a register by a mapping', () => {
  test('gives an entry and the figures of each row; a step that does not apply keeps nothing from being online', async () => {
    const parsed = await read(
      'H26,1,Khai sinh,x,x,Không,24/11/2026,12',
      'H26,2,Kết hôn,x,-,Có,24/11/2026,0',
      'H26,3,Hộ tịch,-,,,24/11/2026,',
      'H26,4,Cư trú,x,,,24/11/2026,1',
    );

    expect(recordsIn(parsed, 'catalogue-item').map((it) => [it.code, it.serviceLevel, it.feeBearing])).toEqual([
      ['H26/1', 'full', false],
      ['H26/2', 'partial', true],
      ['H26/3', 'none', undefined],
      ['H26/4', 'full', undefined],
    ]);
    expect(recordsIn(parsed, 'catalogue-item')[3]).toMatchObject({
      recordId: 'service:H26/4:2026-11-24',
      names: [{ language: 'vi', name: 'Cư trú' }],
      onlineSteps: { application: true },
      validFrom: '2026-11-24',
      validTo: null,
    });
    expect(recordsIn(parsed, 'observation').map(({ entity, value }) => [entity, value])).toEqual([
      ['H26/1', 12],
      ['H26/2', 0],
      ['H26/3', null],
      ['H26/4', 1],
    ]);
  });

  test('refuses a row without a whole code, with another word or day than the mapping knows, and its figures too', async () => {
    const parsed = await read(',1,a,x,x,Có,24/11/2026,1', 'H26,1,a,x,x,maybe,24/11/2026,1', 'H26,1,a,x,x,Có,soon,1');

    expect(parsed.map((it) => (it.kind === 'rejected' ? [it.rejection.reason, it.rejection.fields] : it.kind))).toEqual(
      [
        ['bad-identity', ['unit']],
        ['unknown-code', ['fee']],
        ['bad-time', ['from']],
      ],
    );
  });

  test('may be JSON, and tell places; half of one is none', async () => {
    const mapping = mappingSchema.parse({
      mapping: 1,
      name: 'Stations',
      shape: 'catalogue',
      rows: '$.stations[*]',
      catalogue: {
        itemType: 'station',
        code: 'id',
        point: { longitude: '$.at[0]', latitude: '$.at[1]' },
      },
    });
    const stations = [
      { id: 'S1', at: [105.85, 21.03] },
      { id: 'S2', at: [105.85] },
      { id: 'S3', at: [21.03, 105.85] },
    ];
    const parsed = await readAll(jsonReader, new TextEncoder().encode(JSON.stringify({ stations })), { mapping });

    expect(recordsIn(parsed, 'catalogue-item').map(({ code, point }) => [code, point])).toEqual([
      ['S1', [105.85, 21.03]],
      ['S2', undefined],
    ]);
    expect(parsed.at(-1)).toMatchObject({ kind: 'rejected', rejection: { line: 3, fields: ['$.at[0]'] } });
  });
});

test('a mapping of a register has a catalogue, and no other has one', () => {
  const { catalogue, ...bare } = mappingOf();

  expect(mappingSchema.safeParse(bare).success).toBe(false);
  expect(mappingSchema.safeParse({ ...bare, shape: 'series', catalogue }).success).toBe(false);
});
