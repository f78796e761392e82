/**
 * Days off of Viet Nam, first and last day: as announced for 2025 and 2026; for 2027 the days of the law and the usual
 * week at Tết. A simulated city needs quiet days in the right season, not a legal calendar.
 */
export const publicHolidays: readonly (readonly [first: string, last: string])[] = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-25', '2025-02-02'],
  ['2025-04-07', '2025-04-07'],
  ['2025-04-30', '2025-05-04'],
  ['2025-08-30', '2025-09-02'],
  ['2026-01-01', '2026-01-04'],
  ['2026-02-14', '2026-02-22'],
  ['2026-04-25', '2026-04-27'],
  ['2026-04-30', '2026-05-03'],
  ['2026-08-29', '2026-09-02'],
  ['2027-01-01', '2027-01-01'],
  ['2027-02-04', '2027-02-10'],
  ['2027-04-16', '2027-04-16'],
  ['2027-04-30', '2027-05-01'],
  ['2027-09-02', '2027-09-03'],
];

/** Saturdays on which offices work in exchange for a bridge day. */
export const makeUpDays: readonly string[] = ['2025-04-26', '2026-01-10', '2026-08-22'];
