import { workingCalendarSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addWorkingDays, isWorkingDay, workingDaysBetween, workingDaysOf } from '../calendar/working-days.ts';
import { paceOn } from './pace.ts';
import { progressOf } from './progress.ts';
import { projectedDay } from './projected-day.ts';

/** Weekends off, and the nine days around Tết 2019. */
const calendar = workingDaysOf(
  workingCalendarSchema.parse({
    version: 1,
    from: '2018-01-01',
    to: '2030-12-31',
    weekend: [6, 7],
    daysOff: ['2019-02-04', '2019-02-05', '2019-02-06', '2019-02-07', '2019-02-08'].map((day) => ({
      day,
      holiday: 'tet',
      reason: 'assumed',
    })),
    workDays: [],
    decidedYears: [],
    holidays: [],
    sources: [],
  }),
);
const day = (number: number): string => Temporal.PlainDate.from('2019-01-01').add({ days: number }).toString();
const anyDay = fc.integer({ min: 0, max: 700 }).map(day);
const anyShare = fc.integer({ min: 0, max: 1000 }).map((permille) => permille / 1000);
const anyWay = fc
  .record({
    start: fc.integer({ min: 0, max: 300 }),
    length: fc.integer({ min: 10, max: 300 }),
    low: anyShare,
    high: anyShare,
  })
  .map(({ start, length, low, high }) => ({
    from: { day: day(start), value: low },
    by: day(start + length),
    value: high,
  }));

describe('the pace', () => {
  test('begins at the start, ends at the target and lies between them', () => {
    fc.assert(
      fc.property(anyWay, anyDay, (way, on) => {
        const pace = paceOn(way as never, on, calendar) ?? NaN;

        expect(paceOn(way as never, way.from.day, calendar)).toBe(way.from.value);
        expect(paceOn(way as never, way.by, calendar)).toBe(way.value);
        expect(pace).toBeGreaterThanOrEqual(Math.min(way.from.value, way.value) - 1e-12);
        expect(pace).toBeLessThanOrEqual(Math.max(way.from.value, way.value) + 1e-12);
      }),
    );
  });

  test('never goes back, and stands still on days on which nobody works', () => {
    fc.assert(
      fc.property(anyWay, fc.integer({ min: 1, max: 600 }), (way, number) => {
        const [yesterday, today] = [day(number - 1), day(number)].map(
          (on) => paceOn(way as never, on, calendar) ?? NaN,
        );
        const step = ((today ?? NaN) - (yesterday ?? NaN)) * Math.sign(way.value - way.from.value || 1);
        const rests = isWorkingDay(calendar, Temporal.PlainDate.from(day(number))) === false;

        expect(step).toBeGreaterThanOrEqual(-1e-12);
        // On the last day itself the target is due, whether or not it is a working day.
        expect(!rests || day(number) === way.by || Math.abs(step) < 1e-12).toBe(true);
      }),
    );
  });

  test('is as far as the working days that have passed', () => {
    fc.assert(
      fc.property(anyWay, fc.double({ min: 0, max: 1, noNaN: true }), (way, share) => {
        const start = Temporal.PlainDate.from(way.from.day);
        const whole = workingDaysBetween(calendar, start, Temporal.PlainDate.from(way.by)) ?? 0;
        const passed = Math.floor(whole * share);
        const on = addWorkingDays(calendar, start, passed)?.toString() ?? '';
        fc.pre(on >= way.from.day && on < way.by && passed > 0);

        const expected = way.from.value + ((way.value - way.from.value) * passed) / whole;

        expect(paceOn(way as never, on, calendar)).toBeCloseTo(expected, 9);
      }),
    );
  });

  test('is not known without a start or outside the calendar', () => {
    const target = { from: null, value: 1, by: '2019-12-31' };

    expect(paceOn(target as never, '2019-06-01', calendar)).toBeNull();
    expect(
      paceOn({ from: { day: '2010-01-01', value: 0 }, value: 1, by: '2019-12-31' } as never, '2011-01-01', calendar),
    ).toBeNull();
  });
});

describe('the projected day', () => {
  test('of a figure that keeps its pace is the last working day before the target’s', () => {
    fc.assert(
      fc.property(anyWay, fc.integer({ min: 1, max: 20 }), (way, some) => {
        fc.pre(Math.abs(way.value - way.from.value) > 0.01);
        const start = Temporal.PlainDate.from(way.from.day);
        const whole = workingDaysBetween(calendar, start, Temporal.PlainDate.from(way.by)) ?? 0;
        const passed = Math.min(some, whole - 1);
        fc.pre(passed > 0);
        const on = addWorkingDays(calendar, start, passed)?.toString() ?? '';
        const now = { day: on, value: paceOn(way as never, on, calendar) ?? NaN };

        const projected = projectedDay([way.from, now], way.value, calendar);

        expect(projected).toBe(addWorkingDays(calendar, start, whole)?.toString());
      }),
    );
  });

  test('does not exist without two days, with a trend that leads away, or beyond the calendar', () => {
    const at = (on: string, value: number) => ({ day: on, value });

    expect(projectedDay([], 1, calendar)).toBeNull();
    expect(projectedDay([at('2019-01-02', 0.5)], 1, calendar)).toBeNull();
    expect(projectedDay([at('2019-01-02', 0.5), at('2019-03-01', 0.5)], 1, calendar)).toBeNull();
    expect(projectedDay([at('2019-01-02', 0.5), at('2019-03-01', 0.4)], 1, calendar)).toBeNull();
    expect(projectedDay([at('2019-01-02', 0.5), at('2019-03-01', 0.5001)], 1, calendar)).toBeNull();
  });
});

describe('a target’s state', () => {
  const target = { value: 0.8, from: { day: '2018-12-31', value: 0.55 }, by: '2019-12-31' };
  const progress = (today: string, ...measured: [string, number, ('more-than' | 'at-most')?][]) =>
    progressOf({
      target: target as never,
      direction: 'up',
      measured: measured.map(([on, value, bound]) => ({ day: on, value, bound: bound ?? null })),
      today,
      calendar,
    });

  test('with nothing measured, or nothing since the start, is unknown, and where it should be is told all the same', () => {
    const silent = progress('2019-02-01', ['2018-12-31', 0.55]);

    expect(progress('2019-02-01')).toMatchObject({ state: 'unknown', reason: 'no-value' });
    expect(silent).toMatchObject({ state: 'unknown', reason: 'not-measured-since-start', gap: null });
    expect(silent.pace).toBeCloseTo(0.573, 2);
  });

  test('is held to the pace of the day that the figure is of', () => {
    const behind = progress('2019-12-01', ['2018-12-31', 0.55], ['2019-06-28', 0.6]);
    const onPace = progress('2019-12-01', ['2018-12-31', 0.55], ['2019-06-28', 0.7]);

    expect(behind.state).toBe('behind');
    expect(behind.gap).toBeLessThan(-0.05);
    expect(onPace.state).toBe('on-pace');
    expect(behind.projected).toMatch(/^202[0-9]-/);
  });

  test('is met by whatever reaches it, at any time', () => {
    expect(progress('2019-03-01', ['2019-02-28', 0.8])).toMatchObject({ state: 'met', projected: null });
    expect(progress('2021-03-01', ['2021-02-28', 0.9])).toMatchObject({ state: 'met' });
  });

  test('is missed only by a figure of its last day or later; silence at the end is unknown', () => {
    expect(progress('2020-03-01', ['2019-12-31', 0.79])).toMatchObject({ state: 'missed' });
    expect(progress('2020-03-01', ['2019-11-30', 0.79])).toMatchObject({
      state: 'unknown',
      reason: 'not-measured-at-end',
    });
  });

  test('a bound meets what it is beyond, and leaves open what it is not', () => {
    expect(progress('2019-03-01', ['2019-02-28', 0.85, 'more-than'])).toMatchObject({ state: 'met' });
    expect(progress('2019-03-01', ['2019-02-28', 0.6, 'more-than'])).toMatchObject({ reason: 'bound-leaves-open' });
    expect(progress('2019-03-01', ['2019-02-28', 0.9, 'at-most'])).toMatchObject({ reason: 'bound-leaves-open' });
    expect(progress('2019-12-31', ['2019-12-31', 0.7, 'at-most'])).toMatchObject({ state: 'missed' });
  });

  test('for what should fall, less is better', () => {
    const falling = (value: number) =>
      progressOf({
        target: { value: 10, from: { day: '2018-12-31', value: 100 }, by: '2019-12-31' } as never,
        direction: 'down',
        measured: [{ day: '2019-06-28', value, bound: null }],
        today: '2019-06-28',
        calendar,
      }).state;

    expect([falling(5), falling(50), falling(90)]).toEqual(['met', 'on-pace', 'behind']);
  });

  test('is never both: met exactly where the value reaches it, and behind only below the pace', () => {
    fc.assert(
      fc.property(anyDay, anyShare, anyDay, (on, value, today) => {
        fc.pre(on <= today && on > '2018-12-31');
        const { state, gap } = progress(today, [on, value]);

        expect(state === 'met').toBe(value >= 0.8);
        expect(state === 'behind').toBe(gap !== null && gap < -0.0005);
        expect(state !== 'missed' || on >= '2019-12-31').toBe(true);
      }),
    );
  });
});
