import { expect, test } from 'vitest';

import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { ngsiReader } from './ngsi-reader.ts';

type Json = Readonly<Record<string, unknown>>;

const at = '2026-11-24T08:00:00+07:00';
const number = (value: number, unitCode?: string): Json => ({
  type: 'Property',
  value,
  ...(unitCode === undefined ? {} : { unitCode }),
});
const read = async (told: Json) => await readAll(ngsiReader, Buffer.from(JSON.stringify(told)));
const figures = async (told: Json) =>
  recordsIn(await read(told), 'observation').map(({ metric, value, unitOfMeasure, quality }) => [
    metric,
    value,
    unitOfMeasure,
    quality,
  ]);

test('WaterObserved: levels in metres, flow in cubic metres a second, in whatever unit they are told', async () => {
  const river: Json = {
    id: 'urn:ngsi-ld:WaterObserved:song-hong-long-bien',
    type: 'WaterObserved',
    dateObserved: at,
    location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [105.86, 21.04] } },
    flow: number(4200, 'MQS'),
    height: number(352, 'CMT'),
  };

  const [flow] = recordsIn(await read(river), 'observation');

  expect(await figures(river)).toEqual([
    ['water-flow', 4200, 'm3/s', 'good'],
    ['height', 3.52, 'm', 'good'],
  ]);
  expect(flow).toMatchObject({
    feed: 'water',
    entity: 'song-hong-long-bien',
    occurredAt: '2026-11-24T01:00:00.000Z',
    point: [105.86, 21.04],
  });
});

test('FloodMonitoring: the level and what it is held against; words of the level are no reading', async () => {
  const street: Json = {
    id: 'urn:ngsi-ld:FloodMonitoring:hn-phan-boi-chau',
    type: 'FloodMonitoring',
    observationDateTime: at,
    currentLevel: number(0.31, 'MTR'),
    alertLevel: number(20, 'CMT'),
    dangerLevel: number(0.5, 'MTR'),
    floodLevelStatus: { type: 'Property', value: 'Alert' },
    stationID: { type: 'Property', value: 'FWR013' },
  };

  const parsed = await read(street);

  expect(await figures(street)).toEqual([
    ['currentLevel', 0.31, 'm', 'good'],
    ['alertLevel', 0.2, 'm', 'good'],
    ['dangerLevel', 0.5, 'm', 'good'],
  ]);
  expect(recordsIn(parsed, 'observation')[0]?.occurredAt).toBe('2026-11-24T01:00:00.000Z');
  expect(remarksIn(parsed)).toMatchObject({ 'entity:FloodMonitoring': 1 });
});

test('a level without a unit is kept and uncertain: the model leaves the unit to the sender', async () => {
  const told: Json = { id: 'w', type: 'WaterObserved', dateObserved: at, height: number(3.52) };

  expect(await figures(told)).toMatchObject([['height', 3.52, expect.any(String), 'uncertain']]);
});

test('a level in a unit that is none of length is refused, one that is not measured is absent', async () => {
  const about: Json = { id: 'w', type: 'WaterObserved', dateObserved: at };

  const wrong = await read({ ...about, height: number(12, 'CEL'), flow: number(3, 'MQS') });
  const absent = await read({ ...about, height: { type: 'Property', value: null } });

  expect(wrong.flatMap((it) => (it.kind === 'rejected' ? [it.rejection.reason] : []))).toEqual(['bad-value']);
  expect(recordsIn(wrong, 'observation').map(({ metric }) => metric)).toEqual(['water-flow']);
  expect(recordsIn(absent, 'observation')).toMatchObject([{ metric: 'height', value: null, absent: 'not-measured' }]);
});
