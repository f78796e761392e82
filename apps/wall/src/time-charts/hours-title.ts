import { msIntoDay, numberText, weekdayText, type HourBucket } from '@flagtower/charts';

import type { Words } from '../words/words.ts';

/** Nearer than this to the usual counts as the usual. */
const SAME = 0.05;
const NOON_MS = 12 * 3_600_000;
const EVENING_MS = 18 * 3_600_000;

/**
 * The day so far against usual days, over the complete hours of which both are known. The neutral name until two hours
 * with something in them are complete: one hour is an anecdote.
 */
export function hoursTitle(
  buckets: readonly HourBucket[],
  nowMs: number | null,
  zone: string,
  { hours, locale }: Pick<Words, 'hours' | 'locale'>,
): string {
  if (nowMs === null) return hours.title;
  const complete = buckets.filter(
    ({ value, partial, usual }) => !partial && value !== null && usual !== null && usual > 0,
  );
  if (complete.length < 2) return hours.title;
  const counted = complete.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const usual = complete.reduce((sum, bucket) => sum + (bucket.usual ?? 0), 0);
  const change = counted / usual - 1;
  const into = msIntoDay(nowMs, zone);
  const part = hours.parts[into < NOON_MS ? 'morning' : into < EVENING_MS ? 'afternoon' : 'evening'];
  if (Math.abs(change) < SAME) return hours.asUsual(part, weekdayText(nowMs, zone, locale));
  const percent = `${numberText(Math.abs(change) * 100, locale)}%`;
  return change > 0 ? hours.above(part, percent) : hours.below(part, percent);
}
