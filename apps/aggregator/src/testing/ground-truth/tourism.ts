import { expect } from 'vitest';

import { footfallMapping } from './footfall-mapping.ts';
import { test } from './import-desk.ts';
import { sum } from './reading-lines.ts';
import { truth } from './real-feeds.ts';
import { withShuffled } from './shuffled.ts';

/** Footfall by day. */
export function tourismFigures(): void {
  test('footfall of four years by an operator’s mapping, shuffled and doubled too', async ({ desk }) => {
    const figures = truth().footfall;
    const how = { zone: 'Australia/Melbourne', mapping: footfallMapping };
    const original = 'tourism/footfall/melbourne-pedestrians-daily.csv';
    await desk.bring(original, 'footfall', undefined, how);
    await withShuffled(original, (copy) => desk.bring(copy, 'footfall-shuffled', undefined, how));

    for (const source of ['footfall', 'footfall-shuffled']) {
      const days = (await desk.readings(source)).map(({ at, value }) => ({
        day: Temporal.Instant.from(at).toZonedDateTimeISO(how.zone).toPlainDate().toString(),
        value,
      }));
      const years = Map.groupBy(days, ({ day }) => day.slice(0, 4));

      expect([source, days.length]).toEqual([source, figures.rows]);
      expect(sum(days)).toBe(figures.sum);
      expect(days.find(({ value }) => value === figures.max)?.day).toBe(figures.max_at);
      expect(Object.fromEntries([...years].map(([year, list]) => [year, sum(list)]))).toEqual(figures.sum_by_year);
    }
  });
}
