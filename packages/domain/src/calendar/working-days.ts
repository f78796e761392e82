import type { WorkingCalendar } from '@flagtower/contracts';

import { dayNumberOf, dayOfNumber } from '../time/zone-days.ts';
import { weekdayOf } from './weekday.ts';

/** A calendar made ready for counting; days by their number since 1970-01-01. Opened once, asked millions of times. */
export interface WorkingDays {
  readonly version: number;
  readonly first: number;
  readonly last: number;
  /** Every working day, ascending. */
  readonly days: readonly number[];
  readonly decidedYears: ReadonlySet<number>;
}

const opened = new WeakMap<WorkingCalendar, WorkingDays>();

/** The same calendar is opened once. */
export function workingDaysOf(calendar: WorkingCalendar): WorkingDays {
  const held = opened.get(calendar) ?? open(calendar);
  opened.set(calendar, held);
  return held;
}

function open(calendar: WorkingCalendar): WorkingDays {
  const first = dayNumberOf(calendar.from);
  const last = dayNumberOf(calendar.to);
  const off = new Set(calendar.daysOff.map(({ day }) => dayNumberOf(day)));
  const work = new Set(calendar.workDays.map((day) => dayNumberOf(day)));
  const days: number[] = [];
  for (let day = first; day <= last; day += 1) {
    const rests = calendar.weekend.includes(weekdayOf(day)) || off.has(day);
    if (work.has(day) || !rests) days.push(day);
  }
  return { version: calendar.version, first, last, days, decidedYears: new Set(calendar.decidedYears) };
}

/** @returns `null` outside the days that the calendar speaks of */
export function isWorkingDay(calendar: WorkingDays, day: Temporal.PlainDate): boolean | null {
  const number = numberOf(day);
  return covers(calendar, number) ? calendar.days[countBefore(calendar, number)] === number : null;
}

/**
 * The `count`-th working day after a day, which itself does not count (Civil Code 91/2015/QH13, Art. 147.2); negative
 * counts go back. 0 is the day itself, or the next working day where it is none.
 * @returns `null` where the way leaves the days that the calendar speaks of
 */
export function addWorkingDays(
  calendar: WorkingDays,
  day: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate | null {
  const found = addWorkingDaysTo(calendar, numberOf(day), count);
  return found === null ? null : dayOfNumber(found);
}

/** As `addWorkingDays`, on day numbers. */
export function addWorkingDaysTo(calendar: WorkingDays, day: number, count: number): number | null {
  if (!Number.isSafeInteger(count)) throw new RangeError('working days are counted in whole numbers');
  if (!covers(calendar, day)) return null;
  const before = countBefore(calendar, day);
  const onIt = calendar.days[before] === day ? 1 : 0;
  const index = count > 0 ? before + onIt + count - 1 : before + count;
  return calendar.days[index] ?? null;
}

/** Working days from one day number to another, both included; `null` where the calendar does not reach. */
export function countWorkingDays(calendar: WorkingDays, from: number, to: number): number | null {
  if (!covers(calendar, from) || !covers(calendar, to)) return null;
  return Math.max(0, countBefore(calendar, to + 1) - countBefore(calendar, from));
}

/**
 * Working days after `from` up to and including `to`; negative where `to` lies before. Adding them to `from` gives `to`,
 * where `to` is a working day.
 * @returns `null` where a day lies outside those that the calendar speaks of
 */
export function workingDaysBetween(
  calendar: WorkingDays,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): number | null {
  const [start, end] = [numberOf(from), numberOf(to)];
  if (!covers(calendar, start) || !covers(calendar, end)) return null;
  return start <= end
    ? countBefore(calendar, end + 1) - countBefore(calendar, start + 1)
    : countBefore(calendar, end) - countBefore(calendar, start);
}

/**
 * Whether an answer on these days (both included, in either order) rests on computation alone: in one of their years a
 * choice that the law leaves open is not known to us as decided, nor then which days were swapped.
 */
export function restsOnComputation(
  { decidedYears }: Pick<WorkingDays, 'decidedYears'>,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): boolean {
  const last = Math.max(from.year, to.year);
  for (let year = Math.min(from.year, to.year); year <= last; year += 1) if (!decidedYears.has(year)) return true;
  return false;
}

function covers({ first, last }: WorkingDays, day: number): boolean {
  return day >= first && day <= last;
}

/** How many working days lie before a day. */
function countBefore({ days }: WorkingDays, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function numberOf(day: Temporal.PlainDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(day, { largestUnit: 'day' }).days;
}
