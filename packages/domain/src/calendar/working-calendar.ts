import { workingCalendarSchema, type WorkingCalendar } from '@flagtower/contracts';

import { dayNumberOf, isoDayOf } from '../time/zone-days.ts';
import { daysOffIn, type DaysOffInput } from './days-off.ts';
import type { DaySwap } from './holiday-rule.ts';

export interface CalendarInput extends DaysOffInput {
  readonly version: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly swaps: readonly DaySwap[];
  readonly holidays: WorkingCalendar['holidays'];
}

/**
 * Writes out the law's days for a span of years.
 * @throws RangeError when a decision or a swap contradicts the law's days: the table is wrong
 */
export function workingCalendar(input: CalendarInput): WorkingCalendar {
  const { version, firstYear, lastYear, weekend, swaps, rules, decisions, holidays } = input;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  // Tết may begin, and a made-up day may end, in a neighbouring year.
  const aroundThem = [firstYear - 1, ...years, lastYear + 1];
  const first = dayNumberOf(`${String(firstYear)}-01-01`);
  const last = dayNumberOf(`${String(lastYear)}-12-31`);
  const swapped = swaps.map(({ off }) => ({ day: dayNumberOf(off), holiday: 'swap', reason: 'swapped' as const }));
  const daysOff = [...aroundThem.flatMap((year) => daysOffIn(year, input)), ...swapped]
    .filter(({ day }) => day >= first && day <= last)
    .toSorted((a, b) => a.day - b.day);
  const repeated = daysOff.find(({ day }, index) => daysOff[index + 1]?.day === day);
  if (repeated !== undefined) throw new RangeError(`${isoDayOf(repeated.day)} is off for two reasons`);
  const isDecided = (year: number): boolean =>
    rules
      .filter(({ choice, firstYear: from, lastYear: to }) => choice && from <= year && year <= (to ?? year))
      .every(({ id }) => decisions.some((decision) => decision.holiday === id && decision.year === year));
  return workingCalendarSchema.parse({
    version,
    from: isoDayOf(first),
    to: isoDayOf(last),
    weekend: [...weekend],
    daysOff: daysOff.map(({ day, ...rest }) => ({ day: isoDayOf(day), ...rest })),
    workDays: swaps.map(({ work }) => work).toSorted(),
    decidedYears: years.filter(isDecided),
    holidays,
    sources: [...new Set([...decisions, ...swaps].map(({ source }) => source))],
  });
}
