// Whoever compiles this file from another package finds the types of the library through this line.
// oxlint-disable-next-line typescript/triple-slash-reference -- an import of a .d.ts would be looked for when it runs
/// <reference path="./date-chinese.d.ts" />

import { CalendarVietnamese } from 'date-chinese';

/**
 * The day of the sun's calendar on which a day of the Vietnamese lunar year falls that begins in this year. New moons and
 * solar terms are taken at UTC+7, so that it is not always the Chinese day (1985, 2007, 2030 differ). Leapt months are not meant.
 * @returns an ISO day
 */
export function vietnameseLunarDay(year: number, month: number, day: number): string {
  const newYear = new CalendarVietnamese();
  newYear.fromJDE(newYear.newYear(year));
  const [cycle = 0, yearOfCycle = 0] = newYear.get();
  return isoDayOf(new CalendarVietnamese(cycle, yearOfCycle, month, 0, day).toGregorian(year));
}

export function isoDayOf({ year, month, day }: { year: number; month: number; day: number }): string {
  return `${String(year)}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
