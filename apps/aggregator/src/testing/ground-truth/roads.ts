import { expect } from 'vitest';

import { test } from './import-desk.ts';
import { lines } from './reading-lines.ts';
import { truth } from './real-feeds.ts';

/** Situations, speeds and flows of roads. */
export function roadsFigures(): void {
  test('situations of roads, once however often they are told', async ({ desk }) => {
    for (const [file, figures] of Object.entries(truth().situations)) {
      const source = file.replaceAll('.', '-');
      const summary = await desk.bring(`traffic/datex2/${file}`, source);
      const again = await desk.bring(`traffic/datex2/${file}`, source);

      expect(summary).toMatchObject({ format: 'datex2', notices: figures.situation_count, quarantined: 0 });
      expect(summary.remarks['situation-records']).toBe(figures.record_count);
      for (const [type, count] of Object.entries(figures.records_by_type))
        expect(summary.remarks[`record:${type}`]).toBe(count);
      expect(await desk.active(source, '2026-07-24T22:00:00Z')).toEqual(
        figures.situations.map(({ id }) => id).toSorted(),
      );
      expect(again).toMatchObject({ accepted: 0, duplicates: summary.rows });
    }
  });

  test('an accident that is opened, and ended by a word, in any order of its messages', async ({ desk }) => {
    const { sequence, active_at: active, distinct_situations: known } = truth().incidents;
    const orders = { 'incidents-told': sequence, 'incidents-back': [...sequence.toReversed(), ...sequence] };
    for (const [source, files] of Object.entries(orders)) {
      for (const { file } of files) await desk.bring(`traffic/datex2/fi-incidents-2017/${file}`, source);

      for (const [at, figures] of Object.entries(active.at)) {
        expect([source, at, await desk.active(source, at)]).toEqual([source, at, figures.active_ids]);
        expect(await desk.value('notices.active', { source, at })).toBe(figures.active);
      }
      expect(known).toBe(2);
    }
  });

  test('speeds and flows of roads, with and without an envelope', async ({ desk }) => {
    const metrics: Record<string, string> = { TrafficFlow: 'flow', TrafficSpeed: 'speed' };
    for (const [file, { measurements, sites }] of Object.entries(truth().measured)) {
      const source = file.replaceAll('.', '-');
      const summary = await desk.bring(`traffic/datex2/${file}`, source);
      const again = await desk.bring(`traffic/datex2/${file}`, source);
      const readings = await desk.readings(source);

      expect(summary).toMatchObject({ format: 'datex2', observations: measurements.length, quarantined: 0 });
      expect(summary.remarks['sites']).toBe(sites);
      expect(again.accepted).toBe(0);
      expect(lines(readings.map(({ grp, metric, value, at }) => [grp, metric, value, Date.parse(at)]))).toEqual(
        lines(measurements.map(({ site, kind, value, time }) => [site, metrics[kind], value, Date.parse(time)])),
      );
    }
  });
}
