import { numberText, type DayBucket } from '@flagtower/charts';

import type { Words } from '../words/words.ts';

/** Working days at each end of the window that are compared: four weeks. */
const ENDS = 20;

/**
 * Mean of the last four weeks' working days against the first four weeks' of the window. The neutral name where the two
 * ends would overlap.
 */
export function daysTitle(buckets: readonly DayBucket[], { days, locale }: Pick<Words, 'days' | 'locale'>): string {
  const working = buckets.flatMap(({ value, partial, isWorking }) =>
    value === null || partial || isWorking !== true ? [] : [value],
  );
  if (working.length < 2 * ENDS) return days.title;
  const before = mean(working.slice(0, ENDS));
  const after = mean(working.slice(-ENDS));
  if (before === 0) return days.title;
  const change = (after / before - 1) * 100;
  if (Math.abs(change) < 0.5) return days.flat;
  const percent = `${numberText(Math.abs(change), locale, 1)}%`;
  return change > 0 ? days.up(percent) : days.down(percent);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
