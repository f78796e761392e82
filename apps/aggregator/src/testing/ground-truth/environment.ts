import { expect } from 'vitest';

import { test } from './import-desk.ts';
import { sum } from './reading-lines.ts';
import { truth } from './real-feeds.ts';

/** Public alerts, and the hours of a weather station. */
export function environmentFigures(): void {
  test('public alerts are active from their begin to their end', async ({ desk }) => {
    const active: Record<string, readonly [before: string, inside: string, after: string]> = {
      'ec-thunderstorm-update.cap': ['2012-05-02T23:00:00Z', '2012-05-02T23:50:00Z', '2012-05-03T00:20:00Z'],
      'nws-flash-flood-watch-cap11.cap': ['2010-08-30T10:00:00Z', '2010-08-30T12:00:00Z', '2010-08-30T18:00:00Z'],
      'seychelles-strong-winds-2024-signed.xml': [
        '2024-05-19T13:00:00Z',
        '2024-05-19T15:00:00Z',
        '2024-05-19T19:30:00Z',
      ],
      'usgs-earthquake-iso8859-1.cap': ['2012-10-14T22:00:00Z', '2012-10-15T00:00:00Z', '2012-10-21T22:53:04Z'],
    };

    for (const [file, moments] of Object.entries(active)) {
      const source = file.slice(0, 12).replaceAll(/[^a-z0-9]/g, '-');
      const summary = await desk.bring(`environment/cap/${file}`, source);
      const counts = [];
      for (const at of moments) counts.push(await desk.value('notices.active', { source, at }));

      expect(summary).toMatchObject({ format: 'cap', notices: 1 });
      expect([file, ...counts]).toEqual([file, 0, 1, 0]);
    }
  });

  test('hours of a weather station, on its own clock', async ({ desk }) => {
    const figures = truth().weather['aws/malawi-namitambo-2021-07-07.csv'];
    const path = 'environment/aws/malawi-namitambo-2021-07-07.csv';
    const summary = await desk.bring(path, 'aws', undefined, { zone: 'Africa/Blantyre' });
    const readings = await desk.readings('aws');
    const of = (metric: string): typeof readings =>
      readings.filter((it) => it.metric === metric).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const temperatures = of('temperature');

    expect(summary).toMatchObject({ format: 'csv', quarantined: 0, remarks: { 'absent-values': figures.nan_cells } });
    expect(temperatures).toHaveLength(figures.rows);
    expect(new Set(readings.map(({ entity }) => entity))).toEqual(new Set([figures.station]));
    expect(Date.parse(temperatures[0]?.at ?? '')).toBe(Date.parse(figures.first_utc));
    expect(sum(temperatures) / figures.rows).toBeCloseTo(figures.air_temp_C_mean, 2);
    expect(of('temperature-max').at(-1)?.value).toBeCloseTo(figures.air_temp_max_C_last, 6);
    expect(of('humidity').at(-1)?.value).toBeCloseTo(Number(figures.rh_last) / 100, 9);
    expect(sum(of('rain'))).toBe(figures.rain_mm_total);
  });

  test('the list of weather stations', async ({ desk }) => {
    const summary = await desk.bring('environment/aws/stations.csv', 'stations');

    expect(summary).toMatchObject({ format: 'csv', rows: 7, catalogueItems: 7, quarantined: 0 });
  });
}
