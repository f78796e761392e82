import type { Target } from '@flagtower/contracts';

import { countWorkingDays, type WorkingDays } from '../calendar/working-days.ts';
import { dayNumberOf } from '../time/zone-days.ts';

/**
 * Where a figure should stand at the end of a day on its way to the target: in a straight line over working days, because
 * nobody installs a kiosk at Tết. Up to its start it is the start, from its last day on the target itself.
 * @param day `2026-11-24`
 * @returns `null` where no start is known, or the way leaves the days that the calendar speaks of
 */
export function paceOn(
  { value, from, by }: Pick<Target, 'value' | 'from' | 'by'>,
  day: string,
  calendar: WorkingDays,
): number | null {
  if (from === null) return null;
  if (day <= from.day) return from.value;
  if (day >= by) return value;
  const whole = between(calendar, from.day, by);
  const done = between(calendar, from.day, day);
  if (whole === null || done === null) return null;
  // Without a working day on the way there is nothing to be expected before its end.
  return whole === 0 ? from.value : from.value + ((value - from.value) * done) / whole;
}

/** Working days after one day up to and including another; by day numbers, so that a page needs no `Temporal` for it. */
function between(calendar: WorkingDays, from: string, to: string): number | null {
  return countWorkingDays(calendar, dayNumberOf(from) + 1, dayNumberOf(to));
}
