import { addWorkingDays, isWorkingDay, restsOnComputation, workingDaysBetween, workingDaysOf } from '@flagtower/domain';
import { LunarDate } from '@nghiavuive/lunar_date_vi';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';

import { decisions, swaps } from './decisions.ts';
import { hanoiCalendar } from './hanoi-calendar.ts';
import { vietnameseLunarDay } from './lunar-day.ts';

/** By a second library: it looks new moons up in Hồ Ngọc Đức's table, where ours computes them from the sky. */
function lunarByTable(year: number, month: number, day: number): string {
  const date = new LunarDate({ year, month, day });
  date.init(true);
  return Temporal.PlainDate.from(date.toSolarDate().get()).toString();
}

const calendar = workingDaysOf(hanoiCalendar);
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/*
 * The independent computation: a clerk with a wall calendar. It goes day by day over what the law says, knows lunar days from
 * the table and shares with the product nothing but the list of decisions.
 */
function clerksDaysOff(year: number): Set<string> {
  const newYear = day(lunarByTable(year, 1, 1));
  const firstDecided = (holiday: string): string | undefined =>
    decisions.find((decision) => decision.holiday === holiday && decision.year === year)?.first;
  const tetBegins = day(firstDecided('tet') ?? newYear.subtract({ days: 2 }).toString());
  const beside = firstDecided('national-day') === `${String(year)}-09-01` ? '09-01' : '09-03';
  const feasts = [
    day(`${String(year)}-01-01`),
    ...[0, 1, 2, 3, 4].map((days) => tetBegins.add({ days })),
    day(lunarByTable(year, 3, 10)),
    day(`${String(year)}-04-30`),
    day(`${String(year)}-05-01`),
    day(`${String(year)}-09-02`),
    ...(year >= 2021 ? [day(`${String(year)}-${beside}`)] : []),
  ];
  const off = new Set(feasts.map(String));
  for (const feast of feasts.filter(({ dayOfWeek }) => dayOfWeek >= 6)) {
    let madeUp = feast.add({ days: 1 });
    while (madeUp.dayOfWeek >= 6 || off.has(madeUp.toString())) madeUp = madeUp.add({ days: 1 });
    off.add(madeUp.toString());
  }
  return off;
}

const daysOffByYear = new Map<number, Set<string>>();

function clerkWorks(on: Temporal.PlainDate): boolean {
  const known = daysOffByYear.get(on.year) ?? clerksDaysOff(on.year);
  daysOffByYear.set(on.year, known);
  const text = on.toString();
  if (swaps.some(({ work }) => work === text)) return true;
  return on.dayOfWeek <= 5 && !known.has(text) && swaps.every(({ off }) => off !== text);
}

function clerksDueDay(receipt: Temporal.PlainDate, workingDays: number): string {
  let due = receipt;
  for (let left = workingDays; left > 0;) {
    due = due.add({ days: 1 });
    if (clerkWorks(due)) left -= 1;
  }
  return due.toString();
}

test('the lunar new year and the Hùng Kings’ day are those of the table from 1950 to 2100', () => {
  for (let year = 1950; year <= 2100; year += 1) {
    expect(vietnameseLunarDay(year, 1, 1)).toBe(lunarByTable(year, 1, 1));
    expect(vietnameseLunarDay(year, 3, 10)).toBe(lunarByTable(year, 3, 10));
  }
});

test.each([
  [1985, '1985-01-21', '1985-02-20'],
  [2007, '2007-02-17', '2007-02-18'],
  [2030, '2030-02-02', '2030-02-03'],
])('in %i the new year is at UTC+7, not the Chinese one', (year, vietnamese, chinese) => {
  expect(vietnameseLunarDay(year, 1, 1)).toBe(vietnamese);
  expect(vietnamese).not.toBe(chinese);
});

test('1,000 due days are those of the clerk', () => {
  // A fixed walk through the years, so that every run looks at the same thousand: 7,919 is prime to the days of the span.
  const first = day('2014-01-02');
  const span = first.until(day('2045-06-30'), { largestUnit: 'day' }).days;
  const fixtures = Array.from({ length: 1000 }, (_, index) => ({
    receipt: first.add({ days: (index * 7919) % span }),
    workingDays: 1 + ((index * 13) % 60),
  }));

  for (const { receipt, workingDays } of fixtures) {
    const due = addWorkingDays(calendar, receipt, workingDays)?.toString();
    expect(`${receipt.toString()} + ${String(workingDays)} = ${due ?? 'unknown'}`).toBe(
      `${receipt.toString()} + ${String(workingDays)} = ${clerksDueDay(receipt, workingDays)}`,
    );
  }
});

test('every day of every year is worked or free as the clerk says', () => {
  for (let on = day(hanoiCalendar.from); on.year <= 2045; on = on.add({ days: 1 })) {
    expect(`${on.toString()} ${String(isWorkingDay(calendar, on))}`).toBe(`${on.toString()} ${String(clerkWorks(on))}`);
  }
});

describe('years as they were announced', () => {
  const closedBetween = (from: string, to: string): string[] => {
    const closed: string[] = [];
    for (let on = day(from); Temporal.PlainDate.compare(on, day(to)) <= 0; on = on.add({ days: 1 }))
      if (on.dayOfWeek <= 5 && isWorkingDay(calendar, on) === false) closed.push(on.toString().slice(5));
    return closed;
  };

  test('Tết 2019 to 2026, with the days that made up for weekends', () => {
    expect(closedBetween('2019-01-20', '2019-02-20')).toEqual(['02-04', '02-05', '02-06', '02-07', '02-08']);
    expect(closedBetween('2020-01-15', '2020-02-10')).toEqual(['01-23', '01-24', '01-27', '01-28', '01-29']);
    expect(closedBetween('2024-02-01', '2024-02-28')).toEqual(['02-08', '02-09', '02-12', '02-13', '02-14']);
    expect(closedBetween('2026-02-01', '2026-02-28')).toEqual(['02-16', '02-17', '02-18', '02-19', '02-20']);
  });

  test('National Day with the day before it or after it, and made up', () => {
    expect(closedBetween('2023-08-28', '2023-09-08')).toEqual(['09-01', '09-04']);
    expect(closedBetween('2024-08-28', '2024-09-08')).toEqual(['09-02', '09-03']);
    expect(closedBetween('2025-08-28', '2025-09-08')).toEqual(['09-01', '09-02']);
  });

  test('a Sunday of the Hùng Kings is made up on Monday, and a swapped Saturday is worked', () => {
    expect(closedBetween('2026-04-20', '2026-04-29')).toEqual(['04-27']);
    expect(isWorkingDay(calendar, day('2025-04-26'))).toBe(true);
    expect(isWorkingDay(calendar, day('2025-05-02'))).toBe(false);
  });

  test('an answer on a year that nobody decided for us says that it is computed', () => {
    expect(restsOnComputation(calendar, day('2024-01-02'), day('2024-12-31'))).toBe(false);
    expect(restsOnComputation(calendar, day('2024-12-30'), day('2025-01-10'))).toBe(false);
    expect(restsOnComputation(calendar, day('2025-12-30'), day('2026-01-10'))).toBe(true);
  });
});

test('adding and counting working days undo each other, and outside its years the calendar does not answer', () => {
  const anyDay = fc.integer({ min: 0, max: 11_000 }).map((days) => day('2014-03-01').add({ days }));
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 80 }), (from, count) => {
      const there = addWorkingDays(calendar, from, count);
      expect(there && workingDaysBetween(calendar, from, there)).toBe(count);
      expect(there && isWorkingDay(calendar, there)).toBe(true);
    }),
  );
  expect(isWorkingDay(calendar, day('2013-12-31'))).toBeNull();
  expect(addWorkingDays(calendar, day('2045-12-29'), 5)).toBeNull();
  expect(workingDaysBetween(calendar, day('2045-12-29'), day('2046-01-02'))).toBeNull();
});
