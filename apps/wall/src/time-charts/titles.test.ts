import type { DayBucket, HourBucket } from '@flagtower/charts';
import { expect, test } from 'vitest';

import { en } from '../words/en.ts';
import { vi } from '../words/vi.ts';
import { daysTitle } from './days-title.ts';
import { hoursTitle } from './hours-title.ts';

const zone = 'Asia/Ho_Chi_Minh';
const midnight = Date.parse('2026-11-23T17:00:00.000Z');
const HOUR_MS = 3_600_000;
const now = midnight + 10.7 * HOUR_MS;

function hours(counted: readonly number[], usual: number | null): HourBucket[] {
  return counted.map((value, hour) => ({
    startMs: midnight + hour * HOUR_MS,
    value,
    partial: hour === counted.length - 1,
    usual,
  }));
}

test('a day near the usual says so with its weekday', () => {
  expect(hoursTitle(hours([100, 103, 12], 100), now, zone, vi)).toBe('Sáng nay bám sát Thứ Ba thường lệ');
});

test('the running hour has no say: it is always below the usual', () => {
  expect(hoursTitle(hours([100, 100, 1], 100), now, zone, en)).toBe('This morning like a usual Tuesday');
});

test('more than a twentieth off is told in per cent', () => {
  expect(hoursTitle(hours([120, 120, 1], 100), now, zone, vi)).toBe('Sáng nay cao hơn thường lệ 20%');
  expect(hoursTitle(hours([70, 70, 1], 100), now, zone, vi)).toBe('Sáng nay thấp hơn thường lệ 30%');
});

test('one complete hour, no usual day, or no clock make no message', () => {
  expect(hoursTitle(hours([120, 1], 100), now, zone, vi)).toBe(vi.hours.title);
  expect(hoursTitle(hours([120, 120, 1], null), now, zone, vi)).toBe(vi.hours.title);
  expect(hoursTitle(hours([120, 120, 1], 100), null, zone, vi)).toBe(vi.hours.title);
});

/** A Wednesday at which offices rest. */
const HOLIDAY = 2;
const monday = Date.parse('2026-08-30T17:00:00.000Z');
const days = (of: (index: number) => number, count = 90): DayBucket[] =>
  Array.from({ length: count }, (_, index) => ({
    startMs: monday + index * 24 * HOUR_MS,
    value: index % 7 > 4 || index === HOLIDAY ? 5 : of(index),
    partial: index === count - 1,
    isWorking: index % 7 <= 4 && index !== HOLIDAY,
  }));

test('the last four weeks are compared with the first four, working days only', () => {
  expect(
    daysTitle(
      days((index) => (index < 45 ? 1000 : 1064)),
      vi,
    ),
  ).toBe('90 ngày: ngày làm việc tăng 6,4%');
  expect(
    daysTitle(
      days((index) => (index < 45 ? 1000 : 900)),
      en,
    ),
  ).toBe('90 days: working days down 10.0%');
});

test('a change below half a per cent is none', () => {
  expect(
    daysTitle(
      days(() => 1000),
      vi,
    ),
  ).toBe(vi.days.flat);
});

test('too short a window has the neutral name', () => {
  expect(
    daysTitle(
      days(() => 1000, 40),
      vi,
    ),
  ).toBe(vi.days.title);
});
