import type { Formula } from '@flagtower/contracts';
import { describe, expect, test } from 'vitest';

import { periodStart, spanOf } from './span.ts';

const utc = (text: string): number => Date.parse(text);
const flow: Formula = { kind: 'flow', terms: [{ measure: 'received', sign: 1 }] };
const state: Formula = { kind: 'state', terms: [{ measure: 'open', sign: 1 }] };

describe('spanOf', () => {
  test('what is effective at the moment itself counts', () => {
    expect(spanOf(flow, { from: 10, to: null, at: 50 })).toEqual({ from: 10, to: 51 });
  });

  test('a period is half-open: its end does not count', () => {
    expect(spanOf(flow, { from: 10, to: 20, at: 50 })).toEqual({ from: 10, to: 20 });
  });

  test('a period that ends after the moment is cut there', () => {
    expect(spanOf(flow, { from: 10, to: 90, at: 50 })).toEqual({ from: 10, to: 51 });
  });

  test('a state looks at everything up to the moment, whatever the period', () => {
    expect(spanOf(state, { from: 10, to: 20, at: 50 })).toEqual({ from: null, to: 51 });
  });
});

describe('periodStart', () => {
  const at = utc('2026-03-17T18:30:00.000Z');

  test('a day, a month and a year begin in the zone of the ledger, not in UTC', () => {
    const hanoi = 'Asia/Ho_Chi_Minh';

    expect(periodStart('today', at, hanoi)).toBe(utc('2026-03-17T17:00:00.000Z'));
    expect(periodStart('month', at, hanoi)).toBe(utc('2026-02-28T17:00:00.000Z'));
    expect(periodStart('year', at, hanoi)).toBe(utc('2025-12-31T17:00:00.000Z'));
  });

  test('a month that began before the clocks were changed begins at its own midnight', () => {
    expect(periodStart('month', utc('2026-03-30T12:00:00.000Z'), 'Europe/Amsterdam')).toBe(
      utc('2026-02-28T23:00:00.000Z'),
    );
  });

  test('an hour is the last sixty minutes', () => {
    expect(periodStart('hour', at, 'Asia/Kolkata')).toBe(utc('2026-03-17T17:30:00.000Z'));
  });

  test('now and all begin with the first fact', () => {
    expect(periodStart('now', at, 'UTC')).toBeNull();
    expect(periodStart('all', at, 'UTC')).toBeNull();
  });
});
