import { expect } from 'vitest';

import { test } from './import-desk.ts';
import { sum } from './reading-lines.ts';
import { truth } from './real-feeds.ts';

/** Beds, places of care and dengue. */
export function healthFigures(): void {
  test('resources of FHIR, of which only what is about places is kept', async ({ desk }) => {
    for (const [file, figures] of Object.entries(truth().resources)) {
      const source = `fhir-${file.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
      const summary = await desk.bring(`health/fhir-r4/${file}`, source);
      const again = await desk.bring(`health/fhir-r4/${file}`, source);

      expect(summary).toMatchObject({ format: 'fhir', quarantined: 0 });
      expect(again.accepted).toBe(0);
      for (const name of ['groups', 'populations', 'stratifiers', 'entries'])
        expect([file, name, summary.remarks[name]]).toEqual([file, name, figures[name]]);
      if (figures.resourceType !== 'Bundle') expect(summary.remarks[`resource:${figures.resourceType}`]).toBe(1);
    }
  });

  test('beds of eleven days, in any order; what is absent is not zero', async ({ desk }) => {
    const { reports, by_date: days } = truth().beds;
    const dates = Object.keys(days).toSorted();
    for (const [source, order] of [
      ['beds-forth', dates],
      ['beds-back', [...dates.toReversed(), ...dates]],
    ] as const) {
      for (const date of order)
        await desk.bring(`health/fhir-saner/MeasureReport-NJ-${date.replaceAll('-', '')}-CDC.json`, source);
      const readings = await desk.readings(source);
      const told = Object.fromEntries(
        dates.map((date) => {
          const ofDay = readings.filter(({ at }) => at.startsWith(`${date}T05:00:00`));
          const figures = ofDay.flatMap(({ metric, value }) => (value === null ? [] : [[metric, value] as const]));
          return [date, { ...Object.fromEntries(figures), _absent: ofDay.length - figures.length }];
        }),
      );

      expect(dates).toHaveLength(reports);
      expect(told).toEqual(days);
    }
  });

  test('dengue by province and month; other resolutions of the same are not added', async ({ desk }) => {
    const {
      rows,
      by_resolution: resolutions,
      total_by_resolution: totals,
      ha_noi_city: city,
      ...others
    } = truth().dengue;
    const { admin1_names: provinces, 'ha_tay (merged into Ha Noi in 2008)': merged } = others;
    const path = 'health/opendengue/vietnam-spatial-v1_3.csv';
    const zone = 'Asia/Ho_Chi_Minh';
    const summary = await desk.bring(path, 'dengue', undefined, { zone });
    const again = await desk.bring(path, 'dengue', undefined, { zone });
    const readings = await desk.readings('dengue');
    const hanoiMonths = readings.filter(({ entity }) => entity === 'VIET NAM, HA NOI CITY');
    const years = Map.groupBy(hanoiMonths, ({ at }) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).year);
    const chosen = resolutions['Admin1/Month'] ?? 0;

    expect(summary).toMatchObject({ format: 'csv', observations: chosen, quarantined: 0 });
    expect(summary.remarks['rows-not-chosen']).toBe(rows - chosen);
    expect(again.accepted).toBe(0);
    expect(sum(readings)).toBe(totals['Admin1/Month']);
    expect(hanoiMonths).toHaveLength(city.rows);
    expect(sum(hanoiMonths)).toBe(city.total);
    expect(new Set(readings.map(({ entity }) => entity)).size).toBe(provinces);
    const ofHaTay = readings.filter(({ entity }) => entity === 'VIET NAM, HA TAY');
    expect([ofHaTay.length, sum(ofHaTay)]).toEqual([merged.rows, merged.total]);
    expect(Object.fromEntries([...years].map(([year, months]) => [String(year), sum(months)]))).toEqual(city.by_year);
  });
}
