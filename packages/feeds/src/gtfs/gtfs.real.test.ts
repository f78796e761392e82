import { describe, expect, test } from 'vitest';

import { detectFormat } from '../detect.ts';
import { gtfsRtReader } from '../gtfs-rt/gtfs-rt-reader.ts';
import { tripIdOf } from '../gtfs-rt/trip-identity.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { sharedFeed } from '../shared-feeds.ts';
import { gtfsReader } from './gtfs-reader.ts';
import { joinTrips } from './trip-join.ts';

const zip = 'traffic/gtfs/bart-2019.zip';

describe('a real GTFS timetable', () => {
  test('BART: every table is counted, and so are the stop times past 24:00', async ({ skip }) => {
    const bytes = sharedFeed(zip, skip);

    const parsed = await readAll(gtfsReader, bytes);

    expect(detectFormat(bytes, null)).toEqual({ format: 'gtfs', gzip: false });
    expect(remarksIn(parsed)).toEqual({
      'table:agency': 1,
      'table:calendar': 3,
      'table:calendar_dates': 12,
      'table:fare_attributes': 170,
      'table:fare_rules': 2304,
      'table:feed_info': 1,
      'table:frequencies': 0,
      'table:routes': 8,
      'table:shapes': 34_578,
      'table:stop_times': 32_185,
      'table:stops': 48,
      'table:transfers': 8,
      'table:trips': 2641,
      'stop-times-past-24h': 872,
    });
  });

  test('BART: routes, trips and stops are the catalogue, of the edition of January 2019', async ({ skip }) => {
    const parsed = await readAll(gtfsReader, sharedFeed(zip, skip));

    const items = recordsIn(parsed, 'catalogue-item');
    const counts = Object.groupBy(items, ({ itemType }) => itemType);
    expect(counts.route).toHaveLength(8);
    expect(counts.trip).toHaveLength(2641);
    expect(counts.stop).toHaveLength(48);
    expect(counts.stop?.every(({ point }) => point !== undefined)).toBe(true);
    expect(items.find(({ recordId }) => recordId === 'trip/3610458WKDY')).toMatchObject({
      // 22 January 2019, 12:26:20 in Los Angeles: when the newest of the tables was changed.
      occurredAt: '2019-01-22T20:26:20.000Z',
      names: [{ language: 'en', name: 'San Francisco International Airport' }],
      group: '1',
      validFrom: '2019-02-11',
      validTo: '2020-02-10',
    });
  });

  test('BART: 65 of the 91 observed trips are in the timetable', async ({ skip }) => {
    const timetable = await readAll(gtfsReader, sharedFeed(zip, skip));
    const observed = await readAll(gtfsRtReader, sharedFeed('traffic/gtfs-rt/bart-trip-updates.pb', skip));

    const trips = recordsIn(observed, 'observation').filter(({ metric }) => metric === 'stop-updates');
    const joined = joinTrips(
      trips.map(({ entity }) => tripIdOf(entity)),
      recordsIn(timetable, 'catalogue-item'),
    );

    expect(joined.found).toHaveLength(65);
    expect(joined.unknown).toHaveLength(26);
    expect(joined.unknown).toContain('1051042WKDY');
  });
});
