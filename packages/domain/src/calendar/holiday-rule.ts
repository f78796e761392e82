/** A day of the sun's calendar, or of the moon's; months that are leapt in do not count. */
export interface FeastDay {
  readonly calendar: 'solar' | 'lunar';
  readonly month: number;
  readonly day: number;
}

/** A public holiday as a law gives it. Where the law leaves open which days around the feast are off, `choice` is true. */
export interface HolidayRule {
  readonly id: string;
  readonly feast: FeastDay;
  /** Days off before the feast, and from the feast on; where the law leaves a choice the usual one. */
  readonly daysBefore: number;
  readonly daysFrom: number;
  readonly choice: boolean;
  /** First and last year of the sun's calendar in which the rule holds, both included; `null`: still in force. */
  readonly firstYear: number;
  readonly lastYear: number | null;
}

/** Which days of a year a choice fell on, both included. ISO days. */
export interface HolidayDecision {
  readonly holiday: string;
  readonly year: number;
  readonly first: string;
  readonly last: string;
  /** Who says so, in words a reader can look up. */
  readonly source: string;
}

/** A working day that offices took off, and the day of rest on which they worked for it. ISO days. */
export interface DaySwap {
  readonly off: string;
  readonly work: string;
  readonly source: string;
}
