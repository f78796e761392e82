import type { Cadence } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { on } from '../testing/told.ts';
import { contactsOf, missedContacts, silentDays } from './contacts.ts';
import { dueTimeMs, freshnessStamps } from './freshness.ts';

const minuteMs = 60_000;
const minutely: Cadence = { everySeconds: 60 };
const zone = 'Asia/Ho_Chi_Minh';
/** 2 March 2026 is a Monday. */
const office: Cadence = { everySeconds: 3600, hours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', zone } };

describe('what stayed out', () => {
  test.each([
    [1, 0],
    [1.4, 0],
    [1.5, 1],
    [2, 1],
    [10, 9],
  ])('after %d cadences %i were missed', (cadences, missed) => {
    expect(missedContacts(0, cadences * minuteMs, minutely)).toBe(missed);
  });

  test('nothing is missed at night', () => {
    expect(missedContacts(on(2, '16:30'), on(3, '08:30'), office)).toBe(0);
    expect(missedContacts(on(6, '16:30'), on(9, '10:30'), office)).toBe(2);
  });

  test('a silence that goes on is late for as long as its hours say, day by day', () => {
    const silence = { from: on(2, '15:00'), until: on(3, '10:00'), missed: 3 };

    const days = silentDays([silence], { now: on(3, '10:00'), days: 3, zone, cadence: office, observedSince: on(2) });

    expect(days).toEqual([
      { day: '2026-03-01', lateMs: null, missed: null },
      { day: '2026-03-02', lateMs: 60 * minuteMs, missed: 0 },
      { day: '2026-03-03', lateMs: 120 * minuteMs, missed: 3 },
    ]);
  });

  test('expected are those that were due, seen are all but the missed ones', () => {
    const silence = { from: 10 * minuteMs, until: 20 * minuteMs, missed: 9 };

    expect(contactsOf([silence], { from: 0, now: 60 * minuteMs, cadence: minutely })).toEqual({
      expected: 60,
      seen: 51,
    });
    expect(contactsOf([silence], { from: 30 * minuteMs, now: 60 * minuteMs, cadence: minutely })).toEqual({
      expected: 30,
      seen: 30,
    });
  });

  test('the time that counts between a sign of life and its late stamp is one cadence, whatever the hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 24 * 60 }), fc.constantFrom(minutely, office), (minute, cadence) => {
        const from = on(2, '00:00') + minute * minuteMs;
        expect(dueTimeMs(from, freshnessStamps(from, cadence).lateAt ?? 0, cadence)).toBe(cadence.everySeconds * 1000);
      }),
    );
  });
});
