import { describe, expect, test } from 'vitest';

import { detectFormat } from '../detect.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { sharedFeed } from '../shared-feeds.ts';
import { gtfsRtReader } from './gtfs-rt-reader.ts';

const folder = 'traffic/gtfs-rt';
const nyct = [
  ['1707397157', 160, 2862],
  ['1707397217', 157, 2835],
  ['1707397277', 159, 2858],
  ['1707397338', 160, 2867],
  ['1707397398', 159, 2845],
  ['1707397458', 161, 2891],
] as const;

describe('real GTFS-Realtime feeds', () => {
  test('BART: 91 trips, 1060 arrival delays with the known spread', async ({ skip }) => {
    const parsed = await readAll(gtfsRtReader, sharedFeed(`${folder}/bart-trip-updates.pb`, skip));

    const all = recordsIn(parsed, 'observation');
    const delays = all
      .filter(({ metric }) => metric === 'arrival-delay')
      .map(({ value }) => value ?? Number.NaN)
      .toSorted((a, b) => a - b);
    expect(all.filter(({ metric }) => metric === 'stop-updates')).toHaveLength(91);
    expect(new Set(all.map(({ occurredAt }) => occurredAt))).toEqual(new Set(['2019-08-07T17:45:21.000Z']));
    expect(delays).toHaveLength(1060);
    expect([delays[0], delays.at(-1)]).toEqual([0, 2207]);
    expect(((delays[529] ?? 0) + (delays[530] ?? 0)) / 2).toBe(0);
    expect(delays.reduce((sum, delay) => sum + delay) / delays.length).toBeCloseTo(258.863, 3);
    expect(delays.filter((delay) => delay >= -60 && delay <= 300)).toHaveLength(779);
    expect(remarksIn(parsed)).toEqual({
      'trip-updates': 91,
      'trip-scheduled': 83,
      'trip-added': 8,
      'stop-time-updates': 1060,
      'empty-route-id': 91,
    });
  });

  test('BART: one alert, with cause and effect', async ({ skip }) => {
    const bytes = sharedFeed(`${folder}/bart-alerts.pb`, skip);

    const parsed = await readAll(gtfsRtReader, bytes);

    expect(detectFormat(bytes, null)).toEqual({ format: 'gtfs-rt', gzip: false });
    expect(recordsIn(parsed, 'notice')).toMatchObject([
      {
        recordId: 'BSA_187874',
        occurredAt: '2019-08-07T17:45:42.000Z',
        category: 'SIGNIFICANT_DELAYS',
        cause: 'MEDICAL_EMERGENCY',
        sender: 'BART',
        endsAt: null,
      },
    ]);
    expect(parsed.filter(({ kind }) => kind === 'rejected')).toEqual([]);
  });

  test.for(nyct)('NYCT %s: trips, stops and vehicles without a place', async ([name, trips, stops], { skip }) => {
    const bytes = sharedFeed(`${folder}/nyct-ace/${name}.ace.pb`, skip);

    const parsed = await readAll(gtfsRtReader, bytes);

    expect(detectFormat(bytes, null)).toEqual({ format: 'gtfs-rt', gzip: false });
    const entities = recordsIn(parsed, 'observation').filter(({ metric }) => metric === 'stop-updates');
    expect(entities).toHaveLength(trips);
    expect(new Set(entities.map(({ entity }) => entity)).size).toBe(trips - 1);
    expect(new Set(entities.map(({ group }) => group)).size).toBe(5);
    expect(entities.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(stops);
    expect(remarksIn(parsed)).toEqual({
      'trip-updates': trips,
      'trip-scheduled': trips,
      'trip-repeated': 1,
      'stop-time-updates': stops,
      vehicles: trips,
      'no-position': trips,
    });
    expect(parsed.filter(({ kind }) => kind === 'rejected')).toEqual([]);
  });

  test('NYCT: the 956 updates of six snapshots are 173 trips', async ({ skip }) => {
    const snapshots = await Promise.all(
      nyct.map(([name]) => readAll(gtfsRtReader, sharedFeed(`${folder}/nyct-ace/${name}.ace.pb`, skip))),
    );

    const updates = snapshots
      .flatMap((parsed) => recordsIn(parsed, 'observation'))
      .filter(({ metric }) => metric === 'stop-updates');
    expect(updates).toHaveLength(956);
    expect(new Set(updates.map(({ entity }) => entity)).size).toBe(173);
  });
});
