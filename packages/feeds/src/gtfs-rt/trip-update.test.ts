import { expect, test } from 'vitest';

import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { feedBytes, madeAt, madeAtText } from './feed-bytes.ts';
import { gtfsRtReader } from './gtfs-rt-reader.ts';

const bus32 = { tripId: 'T1', startDate: '20231115', routeId: '32' };

test('a trip is observed under its id and service day, in the group of its route', async () => {
  const parsed = await readAll(
    gtfsRtReader,
    feedBytes([{ id: '1', tripUpdate: { trip: bus32, stopTimeUpdate: [{}] } }]),
  );

  expect(recordsIn(parsed, 'observation')).toEqual([
    {
      kind: 'observation',
      recordId: `T1/20231115|stop-updates|${madeAtText}`,
      version: madeAt * 1000,
      occurredAt: madeAtText,
      feed: 'bus',
      entity: 'T1/20231115',
      metric: 'stop-updates',
      value: 1,
      unitOfMeasure: '1',
      quality: 'good',
      group: '32',
    },
  ]);
});

test('a service day that is not told is not guessed', async () => {
  const parsed = await readAll(gtfsRtReader, feedBytes([{ id: '1', tripUpdate: { trip: { tripId: 'T1' } } }]));

  expect(recordsIn(parsed, 'observation')[0]?.entity).toBe('T1');
});

test('an arrival delay goes before a departure delay, and 0 is a delay that was told', async () => {
  const stopTimeUpdate = [
    { stopSequence: 1, arrival: { delay: 0 }, departure: { delay: 60 } },
    { stopSequence: 2, departure: { delay: -30 } },
    { stopSequence: 3, stopId: 'C' },
    { stopId: 'D', arrival: { delay: 240 } },
  ];

  const parsed = await readAll(gtfsRtReader, feedBytes([{ id: '1', tripUpdate: { trip: bus32, stopTimeUpdate } }]));

  expect(
    recordsIn(parsed, 'observation')
      .filter(({ metric }) => metric === 'arrival-delay')
      .map(({ entity, value }) => [entity, value]),
  ).toEqual([
    ['T1/20231115/1', 0],
    ['T1/20231115/2', -30],
    ['T1/20231115/D', 240],
  ]);
});

test('two stops that a feed gives one place in the trip are two readings', async () => {
  const stopTimeUpdate = [
    { stopSequence: 1, stopId: 'A', arrival: { delay: 0 } },
    { stopSequence: 1, stopId: 'B', arrival: { delay: 0 } },
  ];

  const parsed = await readAll(gtfsRtReader, feedBytes([{ id: '1', tripUpdate: { trip: bus32, stopTimeUpdate } }]));

  const delays = recordsIn(parsed, 'observation').filter(({ metric }) => metric === 'arrival-delay');
  expect(delays.map(({ entity }) => entity)).toEqual(['T1/20231115/1/A', 'T1/20231115/1/B']);
});

test('a trip that tells when it was measured is observed at that time', async () => {
  const entity = { id: '1', tripUpdate: { trip: bus32, timestamp: madeAt - 20 } };

  const parsed = await readAll(gtfsRtReader, feedBytes([entity]));

  expect(recordsIn(parsed, 'observation')[0]?.occurredAt).toBe('2023-11-14T22:13:00.000Z');
});

test('a trip told twice in one snapshot has one record id, and the reader says so', async () => {
  const twice = [
    { id: '1', tripUpdate: { trip: bus32 } },
    { id: '2', tripUpdate: { trip: bus32 } },
  ];

  const parsed = await readAll(gtfsRtReader, feedBytes(twice));

  expect(new Set(recordsIn(parsed, 'observation').map(({ recordId }) => recordId)).size).toBe(1);
  expect(remarksIn(parsed)).toMatchObject({ 'trip-repeated': 1, 'trip-updates': 2 });
});

test('trips that run by headway are told apart by their start time', async () => {
  const trip = { ...bus32, scheduleRelationship: 'UNSCHEDULED' };
  const entities = ['06:00:00', '06:10:00'].map((startTime) => ({
    id: startTime,
    tripUpdate: { trip: { ...trip, startTime } },
  }));

  const parsed = await readAll(gtfsRtReader, feedBytes(entities));

  expect(recordsIn(parsed, 'observation')).toHaveLength(2);
  expect(remarksIn(parsed)).toEqual({ 'trip-updates': 2, 'trip-unscheduled': 2, 'stop-time-updates': 0 });
});

test('a trip without any identity is rejected once and the others are kept', async () => {
  const entities = [
    { id: '1', tripUpdate: { trip: {}, stopTimeUpdate: [{ stopSequence: 1, arrival: { delay: 1 } }] } },
    { id: '2', tripUpdate: { trip: bus32 } },
  ];

  const parsed = await readAll(gtfsRtReader, feedBytes(entities));

  const refused = parsed.filter((it) => it.kind === 'rejected');
  expect(refused).toMatchObject([{ rejection: { line: 1, reason: 'bad-identity', fields: ['entity'] } }]);
  expect(recordsIn(parsed, 'observation')).toHaveLength(1);
});

test('a duplicated trip is not taken for the trip that it copies', async () => {
  const copy = { ...bus32, scheduleRelationship: 'DUPLICATED' };
  const entities = [
    { id: '1', tripUpdate: { trip: bus32 } },
    { id: '2', tripUpdate: { trip: copy, tripProperties: { tripId: 'T1-extra', startDate: '20231116' } } },
    { id: '3', tripUpdate: { trip: copy, tripProperties: { startTime: '09:15:00' } } },
  ];

  const parsed = await readAll(gtfsRtReader, feedBytes(entities));

  expect(recordsIn(parsed, 'observation').map(({ entity }) => entity)).toEqual([
    'T1/20231115',
    'T1-extra/20231116',
    'T1/09:15:00/20231115',
  ]);
  expect(remarksIn(parsed)).not.toHaveProperty('trip-repeated');
});

test('a skipped stop has no delay, whatever number comes with it', async () => {
  const stopTimeUpdate = [
    { stopSequence: 1, scheduleRelationship: 'SKIPPED', arrival: { delay: 60 } },
    { stopSequence: 2, scheduleRelationship: 'NO_DATA', arrival: { delay: 60 } },
  ];

  const parsed = await readAll(gtfsRtReader, feedBytes([{ id: '1', tripUpdate: { trip: bus32, stopTimeUpdate } }]));

  expect(recordsIn(parsed, 'observation').map(({ metric, value }) => [metric, value])).toEqual([['stop-updates', 2]]);
  expect(remarksIn(parsed)).toMatchObject({ 'stops-skipped': 1 });
});
