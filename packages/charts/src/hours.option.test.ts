import { expect, test } from 'vitest';

import type { ChartLook } from './chart-look.ts';
import { hoursOption, type HourBucket } from './hours.option.ts';
import { palettes } from './palette.ts';

const midnight = Date.parse('2026-11-23T17:00:00.000Z');
const look: ChartLook = {
  language: 'vi',
  palette: palettes.dark,
  fontFamily: 'sans-serif',
  unit: 1,
  zone: 'Asia/Ho_Chi_Minh',
};
const buckets: HourBucket[] = Array.from({ length: 24 }, (_, hour) => ({
  startMs: midnight + hour * 3_600_000,
  value: hour > 10 ? null : hour * 100,
  partial: hour === 10,
  usual: hour === 3 ? null : 500,
}));

function seriesOf(name: string): { data: unknown[] } {
  const { series } = hoursOption(buckets, midnight + 10.5 * 3_600_000, look);
  return (series as { name: string; data: unknown[] }[]).find((one) => one.name === name) ?? { data: [] };
}

test('hours that are not known are gaps and never zero', () => {
  const { data } = seriesOf('counted');

  expect(data[0]).toBe(0);
  expect(data.slice(11)).toEqual(Array.from({ length: 13 }, () => '-'));
});

test('the running hour is hatched and no other is', () => {
  const hatched = seriesOf('counted').data.flatMap((item, hour) => (typeof item === 'object' ? [hour] : []));

  expect(hatched).toEqual([10]);
});

test('an hour without a usual value has no outline', () => {
  expect(seriesOf('usual').data[3]).toBe('-');
  expect(seriesOf('usual').data[4]).toBe(500);
});

test('the line at now stands between the hours by the clock of the zone', () => {
  expect(seriesOf('now').data[0]).toEqual([10.5, 0]);
});

test('without a clock there is no such line', () => {
  expect(hoursOption(buckets, null, look).series).toHaveLength(2);
});

test('nothing moves by itself', () => {
  expect(hoursOption(buckets, null, look)).toHaveProperty('animation', false);
});

test('days that are compared stand on the scale of the highest of them', () => {
  expect(hoursOption(buckets, null, look, 8000).yAxis).toMatchObject({ max: 8000 });
});
