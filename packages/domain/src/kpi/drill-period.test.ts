import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { calendarPeriod, comparedPeriod, trendWindow } from './drill-period.ts';

const zone = 'Asia/Ho_Chi_Minh';
const ms = (text: string): number => Date.parse(`${text}+07:00`);

describe('the period around a moment', () => {
  const at = ms('2026-11-24T10:42:07');

  test.for([
    ['week', '2026-11-23T00:00:00', '2026-11-30T00:00:00'],
    ['month', '2026-11-01T00:00:00', '2026-12-01T00:00:00'],
    ['quarter', '2026-10-01T00:00:00', '2027-01-01T00:00:00'],
    ['year', '2026-01-01T00:00:00', '2027-01-01T00:00:00'],
  ] as const)('of a %s is %s to %s', ([period, from, to]) => {
    expect(calendarPeriod(period, at, zone)).toEqual({ from: ms(from), to: ms(to) });
  });

  test('of all time has no beginning and ends at the moment', () => {
    expect(calendarPeriod('all', at, zone)).toEqual({ from: null, to: at + 1 });
  });
});

describe('what a period is held against', () => {
  test('half a month is held against the same half of the month before', () => {
    const at = ms('2026-11-24T10:42:07');

    expect(comparedPeriod('month', 'before', calendarPeriod('month', at, zone), at, zone)).toEqual({
      from: ms('2026-10-01T00:00:00'),
      to: ms('2026-11-01T00:00:00'),
      at: ms('2026-10-24T10:42:07'),
    });
  });

  test('a month that is over is held against a whole month, however long that is', () => {
    const stretch = calendarPeriod('month', ms('2026-03-31T12:00:00'), zone);

    expect(comparedPeriod('month', 'before', stretch, stretch.to, zone)).toEqual({
      from: ms('2026-02-01T00:00:00'),
      to: ms('2026-03-01T00:00:00'),
      at: ms('2026-03-01T00:00:00') - 1,
    });
  });

  test('a day that the other month does not have is its last one', () => {
    const at = ms('2026-03-31T12:00:00');

    expect(comparedPeriod('month', 'before', calendarPeriod('month', at, zone), at, zone)?.at).toBe(
      ms('2026-02-28T12:00:00'),
    );
  });

  test('a week meets the same weekdays of last year', () => {
    const at = ms('2026-11-24T10:00:00');

    expect(comparedPeriod('week', 'year', calendarPeriod('week', at, zone), at, zone)?.from).toBe(
      ms('2025-11-24T00:00:00'),
    );
  });

  test('ten days are held against the ten days before them', () => {
    const stretch = { from: ms('2026-11-11T00:00:00'), to: ms('2026-11-21T00:00:00') };

    expect(comparedPeriod('custom', 'before', stretch, stretch.to, zone)).toMatchObject({
      from: ms('2026-11-01T00:00:00'),
      to: ms('2026-11-11T00:00:00'),
    });
  });

  test('nothing comes before all time', () => {
    expect(comparedPeriod('all', 'before', { from: null, to: 1 }, 0, zone)).toBeNull();
  });
});

test('a compared stretch lies before its period and holds the moment that is looked at', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('week', 'month', 'quarter', 'year'),
      fc.constantFrom('before', 'year'),
      fc.integer({ min: ms('2010-01-01T00:00:00'), max: ms('2040-01-01T00:00:00') }),
      fc.constantFrom(zone, 'Europe/Amsterdam', 'America/Sao_Paulo'),
      (period, comparison, at, where) => {
        const stretch = calendarPeriod(period, at, where);
        const compared = comparedPeriod(period, comparison, stretch, at, where);

        expect(stretch.from).toBeLessThanOrEqual(at);
        expect(stretch.to).toBeGreaterThan(at);
        expect(compared?.to).toBeLessThanOrEqual(stretch.from ?? -Infinity);
        expect(compared?.at).toBeGreaterThanOrEqual(compared?.from ?? Infinity);
        expect(compared?.at).toBeLessThan(compared?.to ?? -Infinity);
      },
    ),
  );
});

test('a trend ends with the cut and begins before the period', () => {
  const at = ms('2026-11-24T10:00:00');
  const window = trendWindow('month', calendarPeriod('month', at, zone), at, zone);

  expect(window).toEqual({ by: 'day', from: ms('2026-08-25T00:00:00'), to: at + 1 });
});
