import { heartbeatSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { readBeat, serverMsAt, unreadClock, type ClockReading } from './server-clock.ts';

const start = Date.parse('2026-11-24T00:00:00.000Z');
const beatAt = (ms: number) =>
  heartbeatSchema.parse({ serverTime: new Date(ms).toISOString(), ledgers: {}, epoch: 'e', build: 'b' });

/** A beat each second; the page's monotonic clock shows 0 at the first second and starts anywhere. */
function readAll(delaysMs: readonly number[], zeroMs: number): ClockReading {
  return delaysMs.reduce(
    (reading, delayMs, second) =>
      readBeat(reading, beatAt(start + second * 1000), 'real', zeroMs + second * 1000 + delayMs),
    unreadClock,
  );
}

test('the clock is never ahead of the server’s, and never behind by more than the slowest way', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 0, max: 1e9 }),
      (delaysMs, zeroMs) => {
        const reading = readAll(delaysMs, zeroMs);

        const behindMs = start + 60_000 - (serverMsAt(reading, zeroMs + 60_000) ?? Number.NaN);
        expect(behindMs).toBeGreaterThanOrEqual(-0.001);
        expect(behindMs).toBeLessThanOrEqual(Math.max(...delaysMs) + 0.001);
      },
    ),
  );
});

test('a clock that was set by hours is followed at once', () => {
  const before = readBeat(unreadClock, beatAt(start), 'real', 0);

  expect(serverMsAt(readBeat(before, beatAt(start - 7_200_000), 'real', 1000), 1000)).toBe(start - 7_200_000);
});
