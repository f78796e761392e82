import { startOfDayMs } from '@flagtower/domain';
import { expect, test } from 'vitest';

import { lineHours } from './line-hours.ts';

const zone = 'Asia/Ho_Chi_Minh';
const today = 20_781;
const midnight = startOfDayMs(today, zone);
const at = (day: number, hour: number): string => new Date(midnight + (day * 24 + hour) * 3_600_000).toISOString();
const moment = (hour: number) => ({ nowMs: midnight + hour * 3_600_000, today, zone });

test('an hour is held against the mean of the same hour of the days before, an hour without one is a gap', () => {
  const counts = new Map([
    [at(0, 9), 30],
    [at(-1, 9), 10],
    [at(-2, 9), 20],
    [at(-4, 9), 60],
  ]);

  const { buckets } = lineHours(counts, moment(10.5));

  expect(buckets[9]).toMatchObject({ value: 30, usual: 30, partial: false });
  expect(buckets[8]).toMatchObject({ value: null, usual: null });
  expect(buckets[10]).toMatchObject({ value: null, partial: true });
  expect(buckets).toHaveLength(24);
});

test('two days are too few to say what is usual', () => {
  const counts = new Map([
    [at(-1, 9), 10],
    [at(-2, 9), 20],
  ]);

  expect(lineHours(counts, moment(10)).buckets[9]?.usual).toBeNull();
});

test('sixty minutes up to now are a part of two hours', () => {
  const days = [-1, -2, -3];
  const counts = new Map(days.flatMap((day) => [[at(day, 9), 40] as const, [at(day, 10), 80] as const]));

  expect(lineHours(counts, moment(10.25)).usualNow).toBe(50);
  expect(lineHours(counts, moment(11.5)).usualNow).toBeNull();
});

test('just after midnight the hour before is that of yesterday', () => {
  const counts = new Map([-1, -2, -3, -4].flatMap((day) => [[at(day, 23), 12] as const, [at(day, 0), 6] as const]));

  expect(lineHours(counts, moment(0.5)).usualNow).toBe(9);
});
