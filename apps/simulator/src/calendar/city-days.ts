import { Temporal } from 'temporal-polyfill';

/** A day by its number since 1 January 1970: days are compared and counted far more often than written. */
export type DayNumber = number;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The days of a city's zone. */
export interface CityDays {
  /** Midnight that begins the day, epoch milliseconds. */
  startOf: (day: DayNumber) => number;
  /** The day that a moment (epoch milliseconds) falls on. */
  dayOf: (at: number) => DayNumber;
  /** Days off that a story adds to those of the calendar. */
  readonly feast: ReadonlySet<DayNumber>;
}

/** Answers are kept: a city looks at few days, and often. */
export function cityDays(zone: string, feast: ReadonlySet<DayNumber> = new Set()): CityDays {
  const starts = new Map<DayNumber, number>();
  const startOf = (day: DayNumber): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start = Temporal.PlainDate.from(isoOf(day)).toZonedDateTime(zone).epochMilliseconds;
    starts.set(day, start);
    return start;
  };
  const dayOf = (at: number): DayNumber => {
    // The zone is at most 14 hours away from UTC, so the day is this one or a neighbour.
    const near = Math.floor(at / dayMs);
    if (at < startOf(near)) return near - 1;
    return at < startOf(near + 1) ? near : near + 1;
  };
  return { startOf, dayOf, feast };
}

/** `2026-11-24` */
export function isoOf(day: DayNumber): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** `261124`, as the codes of cases carry their day. */
export function stampOf(day: DayNumber): string {
  return isoOf(day).slice(2).replaceAll('-', '');
}

export function dayOfIso(iso: string): DayNumber {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / dayMs);
}

/** All days from the first to the last, both included. */
export function daysFrom(first: DayNumber, last: DayNumber): DayNumber[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: DayNumber): number {
  return ((day + 3) % 7) + 1;
}

/** 1 to 12 */
export function monthOf(day: DayNumber): number {
  return new Date(day * dayMs).getUTCMonth() + 1;
}
