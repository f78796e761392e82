import type { Cadence } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { on } from '../testing/told.ts';
import { freshnessStamps, freshnessState, isDue, worstOf } from './freshness.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const minutely: Cadence = { everySeconds: 60 };
/** 2 March 2026 is a Monday. */
const office: Cadence = {
  everySeconds: 3600,
  hours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', zone: 'Asia/Ho_Chi_Minh' },
};

describe('around the clock', () => {
  const stamps = freshnessStamps(0, minutely);

  test.each([
    [0, 'live'],
    [minuteMs, 'live'],
    [minuteMs + 1, 'late'],
    [2 * minuteMs, 'late'],
    [2 * minuteMs + 1, 'stale'],
    [10 * minuteMs, 'stale'],
    [10 * minuteMs + 1, 'lost'],
  ])('%i ms after the last sign of life it is %s', (now, state) => {
    expect(freshnessState(stamps, now)).toBe(state);
  });

  test('what never came is neither late nor live', () => {
    expect(freshnessState(freshnessStamps(null, minutely), 0)).toBe('none');
  });

  test('where nothing was promised nothing is late', () => {
    expect(freshnessState({ observedAt: 0, lateAt: null, staleAt: null, lostAfter: null }, on(28))).toBe('live');
  });
});

describe('in office hours', () => {
  const lateAt = (observedAt: number, cadence = office): number | null => freshnessStamps(observedAt, cadence).lateAt;

  test('the night does not count', () => {
    expect(lateAt(on(2, '16:30'))).toBe(on(3, '08:30'));
  });

  test('the weekend does not count', () => {
    expect(lateAt(on(6, '16:30'))).toBe(on(9, '08:30'));
    expect(lateAt(on(7, '12:00'))).toBe(on(9, '09:00'));
  });

  test('a cadence that is over exactly at closing time is over then, not next morning', () => {
    expect(lateAt(on(2, '16:00'))).toBe(on(2, '17:00'));
  });

  test('before opening the clock starts at opening', () => {
    expect(lateAt(on(2, '03:00'))).toBe(on(2, '09:00'));
  });

  test('a cadence longer than a day takes as many days of office hours as it needs', () => {
    expect(lateAt(on(2, '08:00'), { ...office, everySeconds: 20 * 3600 })).toBe(on(4, '10:00'));
  });

  test('a cadence of many weeks is not cut short', () => {
    const { lateAt: late, lostAfter } = freshnessStamps(on(2, '08:00'), { ...office, everySeconds: 45 * 3600 });

    expect(late).toBe(on(6, '17:00'));
    expect(lostAfter).toBe(Date.parse('2026-05-08T17:00:00+07:00'));
  });

  test('it is due from opening to closing time', () => {
    expect(
      [on(2, '07:59'), on(2, '08:00'), on(2, '16:59'), on(2, '17:00'), on(7, '12:00')].map((at) => isDue(at, office)),
    ).toEqual([false, true, true, false, false]);
    expect(isDue(on(7, '12:00'), minutely)).toBe(true);
  });

  test('hours are those of the clock on the wall, also on the day when it is changed', () => {
    const amsterdam: Cadence = {
      everySeconds: 3600,
      hours: { weekdays: [7], from: '08:00', to: '17:00', zone: 'Europe/Amsterdam' },
    };

    expect(lateAt(Date.parse('2026-03-28T12:00:00Z'), amsterdam)).toBe(Date.parse('2026-03-29T09:00:00+02:00'));
    expect(isDue(Date.parse('2026-03-29T08:30:00+02:00'), amsterdam)).toBe(true);
  });

  test('hours that end before they begin are a bug', () => {
    const { hours } = office;

    expect(() => hours && freshnessStamps(on(2), { everySeconds: 1, hours: { ...hours, from: '18:00' } })).toThrow(
      RangeError,
    );
  });

  test('stamps follow one another, and between a value and its stamp lie that many office hours', () => {
    const anyMinute = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => on(2, '00:00') + minutes * minuteMs);

    fc.assert(
      fc.property(anyMinute, fc.integer({ min: 1, max: 300 }), (observedAt, hours) => {
        const {
          lateAt: late,
          staleAt,
          lostAfter,
        } = freshnessStamps(observedAt, { ...office, everySeconds: hours * 3600 });
        expect(late).toBeLessThan(staleAt ?? 0);
        expect(staleAt).toBeLessThan(lostAfter ?? 0);

        let worked = 0;
        for (let at = observedAt; at < (late ?? 0); at += minuteMs) worked += isDue(at, office) ? minuteMs : 0;
        expect(worked).toBe(hours * hourMs);
      }),
      { numRuns: 30 },
    );
  });
});

describe('worstOf', () => {
  const live = freshnessStamps(on(2), { everySeconds: 60 });
  const stale = freshnessStamps(on(2) - 5 * minuteMs, { everySeconds: 60 });

  test('a value is as fresh as the worst of what it needs', () => {
    expect(worstOf([live, stale, live], on(2))).toBe(stale);
  });

  test('of equally fresh ones the one that is late first counts', () => {
    const hourly = freshnessStamps(on(2), { everySeconds: 3600 });

    expect(worstOf([hourly, live], on(2))).toBe(live);
  });

  test('one that never came is the worst', () => {
    const never = freshnessStamps(null, minutely);

    expect(worstOf([stale, never], on(2))).toBe(never);
  });

  test('nothing needs nothing', () => {
    expect(worstOf([], on(2))).toBeNull();
  });
});
