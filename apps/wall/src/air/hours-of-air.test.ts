import { thingMetricSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { hoursOfAir } from './hours-of-air.ts';

const at = Date.parse('2026-11-24T03:00:00Z');
const metric = (
  name: string,
  unitOfMeasure: string,
  ...points: readonly (readonly [minutesAgo: number, value: number | null])[]
) =>
  thingMetricSchema.parse({
    metric: name,
    unitOfMeasure,
    value: null,
    absent: null,
    occurredAt: '2026-11-24T03:00:00.000Z',
    recordedAt: '2026-11-24T03:00:00.000Z',
    source: 'air',
    recordId: 'r',
    points: points.map(([minutesAgo, value]) => ({ at: new Date(at - minutesAgo * 60_000).toISOString(), value })),
  });

test('each hour is the mean of what was measured in it, and one of nothing is not known', () => {
  const { pm25 } = hoursOfAir(
    { metrics: [metric('PM2.5', 'ug/m3', [0, 20], [59, 40], [60, 10], [130, null], [800, 5])] },
    at,
  );

  expect(pm25?.slice(0, 4)).toEqual([30, 10, null, null]);
  expect(pm25).toHaveLength(12);
});

test('milligrams are told in micrograms, and what is no concentration is left out', () => {
  const found = hoursOfAir(
    { metrics: [metric('co', 'mg/m3', [5, 1.5]), metric('no2', '{ppb}', [5, 20]), metric('noise', 'dB', [5, 60])] },
    at,
  );

  expect(Object.keys(found)).toEqual(['co']);
  expect(found.co?.[0]).toBe(1500);
});
