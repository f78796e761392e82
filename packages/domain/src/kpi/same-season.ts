import type { PublishedValue } from '@flagtower/contracts';

/** So many days apart, two stretches of different years are of one season. */
const SEASON_DAYS = 14;

/**
 * What was published of the same time of an earlier year: the nearest by the calendar, of two alike the later. It says what the season is
 * like and is no target.
 * @param day `2026-11-24`
 * @returns `null` where nothing was published of a time within two weeks of it
 */
export function sameSeason(published: readonly PublishedValue[], day: string): PublishedValue | null {
  const now = Temporal.PlainDate.from(day);
  const near = published.flatMap((value) => {
    const from = Temporal.PlainDate.from(value.from);
    const years = now.year - from.year;
    // Where the calendar turns, a stretch of December is near a day of January; within one year it is no season but the same time.
    const later = [years - 1, years, years + 1].filter((by) => by > 0);
    const apart = Math.min(Infinity, ...later.map((by) => daysApart(value, by, now)));
    return apart <= SEASON_DAYS ? [{ value, apart }] : [];
  });
  const [best] = near.toSorted((one, other) => one.apart - other.apart || (one.value.from < other.value.from ? 1 : -1));
  return best?.value ?? null;
}

/** Days between a day and a stretch that is moved by years; 0: it lies in it. */
function daysApart({ from, to }: PublishedValue, years: number, day: Temporal.PlainDate): number {
  const start = Temporal.PlainDate.from(from).add({ years });
  const end = Temporal.PlainDate.from(to).add({ years });
  if (Temporal.PlainDate.compare(day, start) < 0) return day.until(start).days;
  return Temporal.PlainDate.compare(day, end) > 0 ? end.until(day).days : 0;
}
