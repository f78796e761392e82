import { countWorkingDays, type WorkingDays } from '../calendar/working-days.ts';
import { localDayNumber, startOfDayMs } from '../time/zone-days.ts';
import type { Figure } from './figure.ts';
import type { Span } from './span.ts';

/** The whole days before the day of `at` whose handling a backlog is measured by. */
export function backlogSpan(at: number, days: number, zone: string): Span {
  const today = localDayNumber(at, zone);
  return { from: startOfDayMs(today - days, zone), to: startOfDayMs(today, zone) };
}

/** Working days among them; `null` where the calendar does not reach. */
export function backlogWorkingDays(calendar: WorkingDays, at: number, days: number, zone: string): number | null {
  const today = localDayNumber(at, zone);
  return countWorkingDays(calendar, today - days, today - 1);
}

/**
 * How many working days the open cases stand for, at the pace of the last days.
 * @returns `null` as value where nothing was handled, or no working day is known: an idle desk has no pace
 */
export function backlogFigure(open: number, handled: number, workingDays: number | null): Figure {
  const perDay = workingDays === null || workingDays === 0 ? null : handled / workingDays;
  return { value: perDay === null || perDay === 0 ? null : open / perDay, numerator: open, denominator: perDay };
}
