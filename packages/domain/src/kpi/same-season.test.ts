import { publishedValueSchema, type PublishedValue } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { sameSeason } from './same-season.ts';

const week = (from: string, to: string, value: number): PublishedValue =>
  publishedValueSchema.parse({ from, to, value, basis: { vi: 'báo', en: 'paper' } });
const weeks = [
  week('2024-07-05', '2024-07-12', 109),
  week('2025-11-07', '2025-11-14', 432),
  week('2025-11-14', '2025-11-21', 305),
];
const valueOn = (day: string, published = weeks) => sameSeason(published, day)?.value ?? null;

test('the nearest week of an earlier year says what the season is like', () => {
  expect([valueOn('2026-11-24'), valueOn('2026-11-10'), valueOn('2026-07-20')]).toEqual([305, 432, 109]);
});

test('two weeks away is another season, and a week of this year is no other year', () => {
  expect([valueOn('2026-12-06'), valueOn('2026-05-15'), valueOn('2025-11-24')]).toEqual([null, null, null]);
});

test('of two years alike the later one counts, also across the turn of the year', () => {
  const told = [week('2023-12-25', '2023-12-31', 70), week('2024-12-25', '2024-12-31', 80)];

  expect(valueOn('2026-01-05', told)).toBe(80);
});
