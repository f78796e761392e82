import { airScaleSchema, feedEntitySchema, type FeedEntity } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { stationRows, stationsByBand } from './station-rows.ts';

const scale = airScaleSchema.parse({
  names: { vi: 'thang', en: 'scale' },
  basis: { vi: 'phép thử', en: 'a test' },
  validFrom: '2019-11-12',
  validTo: null,
  bands: [
    { from: 0, to: 50, names: { vi: 'Tốt', en: 'Good' }, color: null, level: 'normal' },
    { from: 51, to: 100, names: { vi: 'Kém', en: 'Poor' }, color: null, level: 'watch' },
  ],
});

function station(entity: string, metrics: Readonly<Record<string, number | null>>): FeedEntity {
  return feedEntitySchema.parse({
    entity,
    group: null,
    point: null,
    bearing: null,
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([name, value]) => [name, { value, absent: null, unitOfMeasure: '1' }]),
    ),
    occurredAt: '2026-11-24T03:00:00.000Z',
    freshness: {
      state: 'live',
      observedAt: '2026-11-24T03:00:00.000Z',
      lateAt: null,
      staleAt: null,
      lostAfter: null,
      cadenceSeconds: null,
    },
  });
}

test('the worst air comes first, a station without an index last and in no band', () => {
  const rows = stationRows(
    [station('a', { aqi: 12 }), station('b', { aqi: null }), station('c', { aqi: 90 })],
    'aqi',
    scale,
  );

  expect(rows.map(({ station: { entity }, band }) => [entity, band?.names.en ?? null])).toEqual([
    ['c', 'Poor'],
    ['a', 'Good'],
    ['b', null],
  ]);
  expect(stationsByBand(rows, scale).map(({ count }) => count)).toEqual([1, 1]);
});

test('a rain gauge of the same feed is no air station', () => {
  expect(stationRows([station('rain', { rainfall: 3 })], 'aqi', scale)).toEqual([]);
});
