import { instantSchema } from '@flagtower/contracts';
import { describe, expect, test } from 'vitest';

import { detectFormat } from '../detect.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { sharedFeed } from '../shared-feeds.ts';
import { ngsiReader } from './ngsi-reader.ts';

const encodings = ['ngsi-ld', 'ngsi-ld.keyvalues', 'ngsi-v2'] as const;
const asOf = instantSchema.parse('2026-11-24T01:00:00.000Z');

describe('real NGSI', () => {
  test.for([
    ['traffic', 'TrafficFlowObserved', 5],
    ['traffic', 'BikeHireDockingStation', 4],
    ['environment', 'NoiseLevelObserved', 4],
    ['tourism', 'TourismPresenceObserved', 1],
  ] as const)('%s: three encodings of a %s are one entity', async ([folder, type, count], { skip }) => {
    const told = [];
    for (const encoding of encodings) {
      const bytes = sharedFeed(`${folder}/ngsi/${type}.${encoding}.json`, skip);
      const parsed = await readAll(ngsiReader, bytes, { asOf: null });

      expect(detectFormat(bytes, null)).toEqual({ format: 'ngsi', gzip: false });
      expect(parsed.filter(({ kind }) => kind === 'rejected')).toEqual([]);
      told.push(recordsIn(parsed, 'observation').toSorted((a, b) => a.metric.localeCompare(b.metric)));
    }

    expect(told[0]).toHaveLength(count);
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });

  test('a place at (0, 0) is held back, and no number of a period is a reading', async ({ skip }) => {
    const bytes = sharedFeed('tourism/ngsi/TourismPresenceObserved.ngsi-ld.json', skip);
    const parsed = await readAll(ngsiReader, bytes);

    expect(recordsIn(parsed, 'observation')).toMatchObject([{ metric: 'visitorCount', value: 54 }]);
    expect(recordsIn(parsed, 'observation')[0]?.point).toBeUndefined();
    expect(remarksIn(parsed)).toMatchObject({ attributes: 10, 'numeric-attributes': 2, 'place-held-back': 1 });
  });

  test('units of the air: told in one encoding, missing in another', async ({ skip }) => {
    const air = async (encoding: string) =>
      recordsIn(
        await readAll(ngsiReader, sharedFeed(`environment/ngsi/AirQualityObserved.${encoding}.json`, skip)),
        'observation',
      );
    const [normalised, plain] = [await air('ngsi-ld'), await air('ngsi-ld.keyvalues')];
    const carbon = (list: typeof normalised) => list.find(({ metric }) => metric === 'co');

    expect(carbon(normalised)).toMatchObject({ value: 500, unitOfMeasure: 'mg/m3', quality: 'good' });
    expect(carbon(plain)).toMatchObject({ value: 500, unitOfMeasure: '{not-told}', quality: 'uncertain' });
    expect([normalised.length, plain.length]).toEqual([17, 12]);
  });

  test('an accident is a notice that goes on; what is off the globe is no place', async ({ skip }) => {
    const parsed = await readAll(ngsiReader, sharedFeed('traffic/ngsi/RoadAccident.ngsi-ld.keyvalues.json', skip));

    expect(recordsIn(parsed, 'notice')).toMatchObject([
      { recordId: 'id:ORHW:45620815', startsAt: '2021-03-12T13:59:36.000Z', endsAt: null, ended: false, areas: [] },
    ]);
    expect(recordsIn(parsed, 'observation')).toHaveLength(7);
    expect(remarksIn(parsed)).toMatchObject({ attributes: 36, 'shape-not-readable': 1 });
  });

  test('a road has no time of its own: it is read as of when it was fetched, else refused', async ({ skip }) => {
    const bytes = sharedFeed('traffic/ngsi/RoadSegment.ngsi-ld.json', skip);

    expect(recordsIn(await readAll(ngsiReader, bytes, { asOf: asOf }), 'observation')).toHaveLength(25);
    expect((await readAll(ngsiReader, bytes)).filter(({ kind }) => kind === 'record')).toEqual([]);
  });

  test('a malformed example is refused, its sound encodings have nothing to measure', async ({ skip }) => {
    const parsed = async (encoding: string) =>
      await readAll(ngsiReader, sharedFeed(`tourism/ngsi/TouristDestination.${encoding}.json`, skip));

    expect(await parsed('ngsi-ld')).toMatchObject([
      { kind: 'rejected', rejection: { reason: 'bad-identity', fields: ['id', 'type'] } },
    ]);
    for (const encoding of ['ngsi-ld.keyvalues', 'ngsi-v2'])
      expect(remarksIn(await parsed(encoding))).toMatchObject({ 'entity:TouristDestination': 1, attributes: 3 });
  });
});
