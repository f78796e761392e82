import { dayOfIso, weekdayOf, type CityDays, type DayNumber } from './city-days.ts';
import { makeUpDays, publicHolidays } from './public-holidays.ts';

const daysOff = new Set(
  publicHolidays.flatMap(([first, last]) => {
    const start = dayOfIso(first);
    return Array.from({ length: dayOfIso(last) - start + 1 }, (_, index) => start + index);
  }),
);
const extraDays = new Set(makeUpDays.map(dayOfIso));

type Feast = Pick<CityDays, 'feast'>;

export function isWorkingDay(day: DayNumber, { feast }: Feast): boolean {
  if (feast.has(day)) return false;
  return extraDays.has(day) || (weekdayOf(day) <= 5 && !daysOff.has(day));
}

/** The day itself or the next on which offices work. */
export function workingDayFrom(day: DayNumber, feast: Feast): DayNumber {
  let found = day;
  while (!isWorkingDay(found, feast)) found += 1;
  return found;
}

/** `days` working days after `day`; 0 gives `day` itself or the next working day. */
export function addWorkingDays(day: DayNumber, days: number, feast: Feast): DayNumber {
  let found = workingDayFrom(day, feast);
  for (let left = days; left > 0; left -= 1) found = workingDayFrom(found + 1, feast);
  return found;
}
