import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  dayNumberOf,
  dayOfNumber,
  isoDayOf,
  localDayNumber,
  localMonthNumber,
  startOfDayMs,
  startOfMonthMs,
  wallClockMs,
  zoneOffsetMs,
} from './zone-days.ts';

/** East and west, half hours, changing clocks, and a zone (Apia) that left out a whole day. */
const zones = [
  'UTC',
  'Asia/Ho_Chi_Minh',
  'Asia/Kolkata',
  'Europe/Amsterdam',
  'America/St_Johns',
  'Pacific/Apia',
] as const;
const anyMoment = fc.integer({ min: Date.parse('1980-01-01T00:00:00Z'), max: Date.parse('2060-01-01T00:00:00Z') });

const zoned = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

describe.each(zones)('in %s', (zone) => {
  test('offset, day and month of a moment are those of the calendar', () => {
    fc.assert(
      fc.property(anyMoment, (at) => {
        const there = zoned(at, zone);

        expect(zoneOffsetMs(at, zone)).toBe(there.offsetNanoseconds / 1e6);
        expect(dayOfNumber(localDayNumber(at, zone)).toString()).toBe(there.toPlainDate().toString());
        expect(localMonthNumber(at, zone)).toBe(there.year * 12 + there.month - 1);
      }),
    );
  });

  test('a day and a month begin where the calendar says', () => {
    fc.assert(
      fc.property(anyMoment, (at) => {
        const today = zoned(at, zone);

        expect(startOfDayMs(localDayNumber(at, zone), zone)).toBe(today.startOfDay().epochMilliseconds);
        expect(startOfMonthMs(localMonthNumber(at, zone), zone)).toBe(
          today.with({ day: 1 }).startOfDay().epochMilliseconds,
        );
      }),
    );
  });

  test('a clock that is shown once on a day is found', () => {
    fc.assert(
      fc.property(anyMoment, (at) => {
        const there = zoned(at, zone);
        fc.pre(there.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds === at);
        fc.pre(there.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds === at);
        const clockMs = there.toPlainTime().since('00:00').total('milliseconds');

        expect(wallClockMs(localDayNumber(at, zone), clockMs, zone)).toBe(at);
      }),
    );
  });
});

test('clocks that change at one minute past midnight are read to the minute', () => {
  const changed = Date.parse('2000-10-29T02:31:00Z');

  expect(zoneOffsetMs(changed - 1, 'America/St_Johns')).toBe(-2.5 * 3_600_000);
  expect(zoneOffsetMs(changed, 'America/St_Johns')).toBe(-3.5 * 3_600_000);
  expect(wallClockMs(dayNumberOf('2000-10-29'), 60_000, 'America/St_Johns')).toBe(Date.parse('2000-10-29T03:31:00Z'));
});

test('the day that Apia left out begins when the next one does', () => {
  const missing = dayNumberOf('2011-12-30');

  expect(startOfDayMs(missing, 'Pacific/Apia')).toBe(startOfDayMs(missing + 1, 'Pacific/Apia'));
});

test('a day number goes to its day and back, also before 1970', () => {
  for (const day of ['1969-12-31', '1970-01-01', '2024-02-29', '2026-11-24']) {
    expect(dayOfNumber(dayNumberOf(day)).toString()).toBe(day);
  }
});

test('the days on which the clocks change have 23 and 25 hours', () => {
  const hours = (day: string): number => {
    const number = dayNumberOf(day);
    return (startOfDayMs(number + 1, 'Europe/Amsterdam') - startOfDayMs(number, 'Europe/Amsterdam')) / 3_600_000;
  };

  expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-03-30')]).toEqual([23, 25, 24]);
});

test('a zone that this machine does not know is a RangeError', () => {
  expect(() => zoneOffsetMs(0, 'Moon/Tranquility')).toThrow(RangeError);
});

test('a day and its number are each other’s, without `Temporal` as with it', () => {
  const epoch = Temporal.PlainDate.from('1970-01-01');
  fc.assert(
    fc.property(fc.integer({ min: -719_000, max: 2_900_000 }), (number) => {
      const day = epoch.add({ days: number }).toString();

      expect(isoDayOf(number)).toBe(day);
      expect(dayNumberOf(day)).toBe(number);
    }),
    { numRuns: 2000 },
  );
});
