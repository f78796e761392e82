import { expect, test } from 'vitest';

import { palettes } from './palette.ts';
import { trendOption, type Trend } from './trend.option.ts';

const look = {
  language: 'vi',
  palette: palettes.dark,
  fontFamily: 'sans-serif',
  unit: 1,
  zone: 'Asia/Ho_Chi_Minh',
} as const;
const point = (start: string, value: number | null, partial = false) => ({
  start: `${start}T17:00:00.000Z`,
  value,
  partial,
});

function dataOf(trend: Trend): unknown[] {
  const { series } = trendOption(trend, look);
  return (Array.isArray(series) ? series : [series]).map((each) => (each as { data: unknown }).data);
}

test('what is not known is a gap and no zero; what still runs is hatched', () => {
  const points = [point('2026-11-21', null), point('2026-11-22', 0), point('2026-11-23', 5, true)];

  expect(dataOf({ by: 'day', points, breaks: [], isShare: false })).toEqual([
    ['-', 0, expect.objectContaining({ value: 5 })],
  ]);
});

test('the month in which the units changed is marked', () => {
  const points = [point('2025-05-31', 10), point('2025-06-30', 12), point('2025-07-31', 11)];

  expect(dataOf({ by: 'month', points, breaks: [{ day: '2025-07-01' }], isShare: false })[1]).toEqual(['-', 12, '-']);
});

test('a share has the stretch of its scale that it needs, up to the whole', () => {
  const points = [point('2026-11-21', 0.984), point('2026-11-22', 0.95)];

  expect(trendOption({ by: 'day', points, breaks: [], isShare: true }, look).yAxis).toMatchObject({ min: 0.9, max: 1 });
});
