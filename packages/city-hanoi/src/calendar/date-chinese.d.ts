/** The part that we use; the package ships its types where Node's way of finding them does not look. */
declare module 'date-chinese' {
  export class CalendarVietnamese {
    constructor(...date: [] | [cycle: number, year: number, month: number, leap: number, day: number]);
    /** Cycle, year of the cycle, month, leapt (0 or 1), day. */
    get(): number[];
    fromJDE(jde: number): this;
    /** @returns the Julian ephemeris day of the lunar new year that falls in a year of the sun's calendar */
    newYear(year: number): number;
    toGregorian(year: number): { year: number; month: number; day: number };
  }
}
