import { addWorkingDays, workingDaysBetween, type WorkingDays } from '../calendar/working-days.ts';

/** A value at the end of a day. */
export interface Measured {
  /** `2026-11-24`. */
  readonly day: string;
  readonly value: number;
}

/** A way in whole working days must not lose a day to the last digit of a floating point number. */
const almost = 1e-9;

/**
 * The day on which a value is reached if it goes on as measured: the newest measurement, moved on by the slope of the line
 * that fits all of them best, over working days.
 * @param measured by day, at most one a day
 * @returns `null` where no trend was measured, it does not lead there, or only after the calendar's last day
 */
export function projectedDay(measured: readonly Measured[], goal: number, calendar: WorkingDays): string | null {
  const [first] = measured;
  const last = measured.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = Temporal.PlainDate.from(first.day);
  const points: { x: number; y: number }[] = [];
  for (const { day, value } of measured) {
    const x = workingDaysBetween(calendar, start, Temporal.PlainDate.from(day));
    if (x === null) return null;
    points.push({ x, y: value });
  }
  const slope = slopeOf(points);
  const left = goal - last.value;
  if (slope === null || slope === 0 || left / slope < 0) return null;
  const days = Math.ceil(left / slope - almost);
  if (!Number.isSafeInteger(days)) return null;
  return addWorkingDays(calendar, Temporal.PlainDate.from(last.day), days)?.toString() ?? null;
}

/** Least squares. `null`: all on one day. */
function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number | null {
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return spread === 0 ? null : points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
}
