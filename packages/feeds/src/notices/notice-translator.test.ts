import { mappingSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { breakage, broken, isClearRefusal, keepsTheContract } from '../breakage.ts';
import { csvReader } from '../csv/csv-reader.ts';
import { jsonReader } from '../json/json-reader.ts';
import { incidentTable } from '../mappings/case-samples.ts';
import { incidentList } from '../mappings/incidents.ts';
import { readAll, recordsIn } from '../read-all.ts';

const { mapping } = incidentList;
const read = async (text: string) => await readAll(csvReader, new TextEncoder().encode(text), { mapping });

test('a list of incidents gives notices with their place, their end and words for people', async () => {
  const notices = recordsIn(await read(incidentTable), 'notice');

  expect(notices).toMatchObject([
    {
      recordId: '114-1',
      noticeType: 'incident',
      severity: 'severe',
      startsAt: '2026-03-02T01:05:00.000Z',
      endsAt: null,
      ended: false,
      version: Date.parse('2026-03-02T01:20:00Z'),
      texts: [
        { language: 'vi', event: 'Cháy' },
        { language: 'en', event: 'Fire' },
      ],
      areas: [{ name: 'Phường Cửa Nam', circles: [{ center: [105.8412, 21.0245], radiusKm: 0 }] }],
    },
    { recordId: '114-2', severity: 'moderate', endsAt: '2026-03-02T02:30:00.000Z', ended: true },
    { recordId: '114-3', severity: 'unknown', texts: [{ language: 'und', event: 'chemical' }], areas: [] },
  ]);
  expect(JSON.stringify(notices)).not.toContain('nobody');
});

test('a row without its id, with a time that is none or a place off the globe costs itself', async () => {
  const [header = ''] = incidentTable.split('\n');
  const parsed = await read(
    [
      header,
      ',fire,high,2026-03-02T08:05:00+07:00,,active,,,,,',
      '114-2,fire,high,soon,,active,,,,,',
      '114-3,fire,high,2026-03-02T08:05:00+07:00,,maybe,,,,,',
      '114-4,fire,high,2026-03-02T08:05:00+07:00,,open,,210,21,,',
      '114-5,fire,worst,2026-03-02T08:05:00+07:00,,open,,,,,',
    ].join('\n'),
  );

  expect(
    parsed.flatMap((it) => (it.kind === 'rejected' ? [[it.rejection.reason, ...it.rejection.fields]] : [])),
  ).toEqual([
    ['bad-identity', 'incident'],
    ['bad-time', 'began'],
    ['unknown-code', 'state'],
    ['bad-value', 'longitude'],
    ['bad-value', 'severity'],
  ]);
});

test('warnings may be JSON, with an area around their point', async () => {
  const warnings = mappingSchema.parse({
    mapping: 1,
    name: 'Warnings',
    shape: 'notices',
    rows: '$.warnings[*]',
    timeFormats: ['seconds'],
    notice: {
      noticeType: 'alert',
      id: 'id',
      category: '$.what.code',
      startsAt: '$.valid.from',
      endsAt: '$.valid.to',
      point: { longitude: '$.at.coordinates[0]', latitude: '$.at.coordinates[1]' },
      radiusKm: 5,
    },
  });
  const document = {
    warnings: [
      {
        id: 7,
        what: { code: 'HEAT' },
        valid: { from: 1_795_482_000, to: 1_795_485_600 },
        at: { coordinates: [105.8, 21] },
      },
    ],
  };

  const parsed = await readAll(jsonReader, new TextEncoder().encode(JSON.stringify(document)), { mapping: warnings });

  expect(recordsIn(parsed, 'notice')).toMatchObject([
    {
      recordId: '7',
      noticeType: 'alert',
      category: 'HEAT',
      startsAt: '2026-11-24T01:00:00.000Z',
      endsAt: '2026-11-24T02:00:00.000Z',
      areas: [{ circles: [{ center: [105.8, 21], radiusKm: 5 }] }],
    },
  ]);
});

test('broken anywhere a list of incidents gives notices, rejections or one refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(breakage, { minLength: 1, maxLength: 4 }), async (breaks) => {
      const parsed = await read(broken(incidentTable, breaks)).catch((error: unknown) => {
        if (isClearRefusal(error)) return [];
        throw error;
      });

      expect(parsed.every(keepsTheContract)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
