import { expect } from 'vitest';

import { test } from './import-desk.ts';
import { truth } from './real-feeds.ts';

/** A timetable, and what was told of its trips. */
export function transitFigures(): void {
  test('a timetable', async ({ desk }) => {
    const { rows } = truth().timetable;
    const summary = await desk.bring('traffic/gtfs/bart-2019.zip', 'timetable');

    expect(summary.catalogueItems).toBe(Number(rows['routes']) + Number(rows['trips']) + Number(rows['stops']));
    for (const [table, count] of Object.entries(rows)) expect(summary.remarks[`table:${table}`]).toBe(count);
  });

  test('arrivals of trains, their delays and an alert', async ({ desk }) => {
    const { tripUpdates } = truth();
    const delays = tripUpdates.arrival_delay_seconds;
    const summary = await desk.bring('traffic/gtfs-rt/bart-trip-updates.pb', 'trains');
    const alerts = await desk.bring('traffic/gtfs-rt/bart-alerts.pb', 'train-alerts');
    const words = { source: 'trains', at: '2019-08-08T00:00:00Z' };

    expect(summary.remarks).toMatchObject({
      'trip-updates': tripUpdates.trip_updates,
      'stop-time-updates': tripUpdates.stop_time_updates,
    });
    expect(await desk.value('transit.trips', words)).toBe(tripUpdates.distinct_trips_in_updates);
    expect(await desk.value('transit.arrival-delay.count', words)).toBe(tripUpdates.with_arrival_delay);
    expect(await desk.value('transit.arrival-delay.mean', words)).toBeCloseTo(delays.mean, 3);
    expect(await desk.value('transit.arrival-delay.median', words)).toBe(delays.median);
    expect(await desk.value('transit.arrival-delay.max', words)).toBe(delays.max);
    expect(await desk.value('transit.punctuality', words)).toBeCloseTo(
      delays.within_minus60_plus300 / tripUpdates.with_arrival_delay,
      9,
    );
    expect(alerts.notices).toBe(1);
  });

  test('six snapshots of one line name each trip once', async ({ desk }) => {
    for (const file of truth().snapshotFiles) await desk.bring(`traffic/gtfs-rt/nyct-ace/${file}`, 'subway');

    expect(await desk.value('transit.trips', { source: 'subway', at: '2024-02-09T00:00:00Z' })).toBe(
      truth().snapshots.distinct_trip_and_date,
    );
  });
}
