import { FlagtowerError } from '@flagtower/contracts';

/** GeoReport v2: "the default query limit is a span of 90 days". */
const windowMs = 90 * 86_400_000;

/**
 * The span of `requested_datetime` that is asked for, epoch milliseconds, both ends included. With one end told the
 * other is 90 days away; nothing lies beyond the present.
 * @throws FlagtowerError `BAD_REQUEST` for more than 90 days, or an end before its start
 */
export function requestWindow(
  { start, end }: { readonly start: number | null; readonly end: number | null },
  present: number,
): { readonly from: number; readonly to: number } {
  const to = end ?? Math.min(present, start === null ? present : start + windowMs);
  const from = start ?? to - windowMs;
  if (end !== null && from > to)
    throw new FlagtowerError('BAD_REQUEST', 'end_date is before start_date', { place: 'end_date' });
  if (to - from > windowMs)
    throw new FlagtowerError('BAD_REQUEST', 'start_date and end_date are more than 90 days apart', {
      place: 'start_date, end_date',
      remedy: 'ask for 90 days at a time',
    });
  return { from, to: Math.min(to, present) };
}
