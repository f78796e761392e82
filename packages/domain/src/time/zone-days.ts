const quarterHourMs = 900_000;
const dayMs = 86_400_000;

/** Nearly all offsets change at quarter hours, so one look-up a quarter hour and zone is enough. */
const offsetsByZone = new Map<string, Map<number, number>>();
const cachedOffsets = 50_000;

/**
 * Offset of a zone from UTC at a moment, in ms, east positive.
 * @param atMs epoch milliseconds
 * @throws RangeError when the zone is not known to this machine
 */
export function zoneOffsetMs(atMs: number, zone: string): number {
  let offsets = offsetsByZone.get(zone);
  if (offsets === undefined) {
    offsets = new Map();
    offsetsByZone.set(zone, offsets);
  }
  const quarter = Math.floor(atMs / quarterHourMs);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = exactOffsetMs(quarter * quarterHourMs, zone);
  // Newfoundland's clocks changed at one minute past midnight: a quarter hour with a change in it is looked up each time.
  if (offset !== exactOffsetMs((quarter + 1) * quarterHourMs - 1, zone)) return exactOffsetMs(atMs, zone);
  if (offsets.size >= cachedOffsets) offsets.clear();
  offsets.set(quarter, offset);
  return offset;
}

function exactOffsetMs(atMs: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}

/** Number of the zone's calendar day, days since 1970-01-01 of that zone. */
export function localDayNumber(atMs: number, zone: string): number {
  return Math.floor((atMs + zoneOffsetMs(atMs, zone)) / dayMs);
}

/** The zone's calendar day of a moment: `2026-11-24`. */
export function localDay(atMs: number, zone: string): string {
  return dayOfNumber(localDayNumber(atMs, zone)).toString();
}

const monthsByDay = new Map<number, number>();

/** Number of the zone's calendar month, `year * 12 + month - 1`. */
export function localMonthNumber(atMs: number, zone: string): number {
  const dayNumber = localDayNumber(atMs, zone);
  const known = monthsByDay.get(dayNumber);
  if (known !== undefined) return known;
  const day = dayOfNumber(dayNumber);
  const month = day.year * 12 + day.month - 1;
  if (monthsByDay.size >= cachedOffsets) monthsByDay.clear();
  monthsByDay.set(dayNumber, month);
  return month;
}

/** First moment of a zone's calendar day, epoch milliseconds; on a day without midnight the first moment that exists. */
export function startOfDayMs(dayNumber: number, zone: string): number {
  return dayOfNumber(dayNumber).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}

/**
 * The moment at which a zone's clocks show a time on a calendar day, epoch milliseconds. Where the clocks are put
 * forward over that time, the moment that it would have been.
 * @param clockMs time on the clock since midnight; 24 hours is the day's end
 */
export function wallClockMs(dayNumber: number, clockMs: number, zone: string): number {
  const local = dayNumber * dayMs + clockMs;
  return local - zoneOffsetMs(local - zoneOffsetMs(local, zone), zone);
}

export function startOfMonthMs(monthNumber: number, zone: string): number {
  return Temporal.PlainDate.from({
    year: Math.floor(monthNumber / 12),
    month: (monthNumber % 12) + 1,
    day: 1,
  }).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}

export function dayOfNumber(dayNumber: number): Temporal.PlainDate {
  return Temporal.PlainDate.from('1970-01-01').add({ days: dayNumber });
}

export function dayNumberOf(day: string): number {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number);
  // A day alone needs no zone, and no `Temporal`: a city's calendar is written out before anything else is loaded.
  // Years are taken from March on, so that a leap day is the last of its year.
  const fromMarch = year * 12 + month - 3;
  const [marchYear, marchMonth] = [Math.floor(fromMarch / 12), ((fromMarch % 12) + 12) % 12];
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + date - 719_469;
}

/** The ISO day of a number; needs no `Temporal` either. */
export function isoDayOf(dayNumber: number): string {
  // From 1 March of the year 0, in eras of 400 years, which all have as many days.
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((ofYear * 5 + 2) / 153);
  const date = ofYear - Math.floor((marchMonth * 153 + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  const two = String(month).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two}-${String(date).padStart(2, '0')}`;
}
