import { expect, test } from 'vitest';

import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { feedBytes, madeAt } from './feed-bytes.ts';
import { gtfsRtReader } from './gtfs-rt-reader.ts';

const bus32 = { tripId: 'T1', startDate: '20231115', routeId: '32' };

test('speed is told in km/h, with place, bearing and route', async () => {
  const vehicle = {
    trip: bus32,
    vehicle: { id: '29B-1' },
    position: { latitude: 21.0285, longitude: 105.8542, bearing: 270, speed: 10 },
    timestamp: madeAt - 5,
  };

  const parsed = await readAll(gtfsRtReader, feedBytes([{ id: '1', vehicle }]));

  expect(recordsIn(parsed, 'observation')).toMatchObject([
    { entity: '29B-1', value: 36, unitOfMeasure: 'km/h', point: [105.8542, 21.0285], bearing: 270, group: '32' },
  ]);
});

test('no coordinates, (0, 0) and NaN are an absent position, never a place', async () => {
  const places = [undefined, { latitude: 0, longitude: 0 }, { latitude: Number.NaN, longitude: 105 }];
  const entities = places.map((position, at) => ({
    id: String(at),
    vehicle: { vehicle: { id: `bus ${at}` }, ...(position && { position }) },
  }));

  const parsed = await readAll(gtfsRtReader, feedBytes(entities));

  const absent = recordsIn(parsed, 'observation');
  expect(absent.map(({ value, absent: why, point }) => ({ value, why, point }))).toEqual(
    places.map(() => ({ value: null, why: 'no-position', point: undefined })),
  );
  expect(remarksIn(parsed)).toMatchObject({ 'no-position': 3, vehicles: 3 });
});

test('a place off the globe is a rejection', async () => {
  const vehicle = { vehicle: { id: 'a' }, position: { latitude: 210, longitude: 105 } };

  const parsed = await readAll(gtfsRtReader, feedBytes([{ id: '1', vehicle }]));

  expect(parsed).toContainEqual(expect.objectContaining({ kind: 'rejected' }));
  expect(recordsIn(parsed, 'observation')).toEqual([]);
});
