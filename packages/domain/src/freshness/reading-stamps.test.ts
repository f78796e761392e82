import { expect, test } from 'vitest';

import { freshnessState } from './freshness.ts';
import { readingStamps } from './reading-stamps.ts';

const minuteMs = 60_000;
const stateAt = (minutes: number, everySeconds: number, speed?: number) =>
  freshnessState(readingStamps(0, { everySeconds }, speed), minutes * minuteMs);

test('a reading is of now until the second one after it is overdue, then late, stale and lost', () => {
  const states = [0, 10, 11, 15, 16, 55, 56].map((minutes) => stateAt(minutes, 300));

  expect(states).toEqual(['live', 'live', 'late', 'late', 'stale', 'stale', 'lost']);
});

test('a feed of every ten seconds is not held to ten seconds: readings are told some time after they were measured', () => {
  expect([4, 6, 8].map((minutes) => stateAt(minutes, 10))).toEqual(['live', 'late', 'stale']);
});

test('where the ledger’s clock runs fast, a source is asked as seldom as in real time', () => {
  expect(stateAt(90, 300, 10)).toBe('live');
  expect(stateAt(160, 300, 10)).toBe('stale');
  expect(stateAt(16, 300, 0.1)).toBe('stale');
});

test('its age is that of the measuring, not of the telling', () => {
  expect(readingStamps(7, { everySeconds: 300 }).observedAt).toBe(7);
});
