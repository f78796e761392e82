import type { Cadence, FreshnessState } from '@flagtower/contracts';

import { localDayNumber, wallClockMs, zoneOffsetMs } from '../time/zone-days.ts';

/** Stamps in epoch milliseconds. All `null` but `observedAt`: no cadence was promised, so nothing can be late. */
export interface FreshnessStamps {
  readonly observedAt: number | null;
  readonly lateAt: number | null;
  readonly staleAt: number | null;
  readonly lostAfter: number | null;
}

/** Without a sign of life for this many cadences the source counts as lost. */
export const lostAfterCadences = 10;

/**
 * When a value that was confirmed at `observedAt` turns late (after one cadence), stale (after two) and lost (after ten).
 * Time outside the source's hours does not count: an office that sleeps owes nothing.
 */
export function freshnessStamps(observedAt: number | null, cadence: Cadence): FreshnessStamps {
  if (observedAt === null) return { observedAt, lateAt: null, staleAt: null, lostAfter: null };
  const everyMs = cadence.everySeconds * 1000;
  return {
    observedAt,
    lateAt: afterDueTime(observedAt, everyMs, cadence),
    staleAt: afterDueTime(observedAt, 2 * everyMs, cadence),
    lostAfter: afterDueTime(observedAt, lostAfterCadences * everyMs, cadence),
  };
}

/** A state is entered the millisecond after its stamp: exactly one cadence is still live. */
export function freshnessState(
  { observedAt, lateAt, staleAt, lostAfter }: FreshnessStamps,
  now: number,
): FreshnessState {
  if (observedAt === null) return 'none';
  if (lostAfter !== null && now > lostAfter) return 'lost';
  if (staleAt !== null && now > staleAt) return 'stale';
  if (lateAt !== null && now > lateAt) return 'late';
  return 'live';
}

const worseOrder: readonly FreshnessState[] = ['live', 'late', 'stale', 'lost', 'none'];

export function isWorse(state: FreshnessState, than: FreshnessState): boolean {
  return worseOrder.indexOf(state) > worseOrder.indexOf(than);
}

/** A value is as fresh as the worst of what it needs. `null` of nothing. */
export function worstOf(stamps: readonly FreshnessStamps[], now: number): FreshnessStamps | null {
  return stamps.reduce<FreshnessStamps | null>((worst, next) => {
    if (worst === null) return next;
    const difference = worseOrder.indexOf(freshnessState(next, now)) - worseOrder.indexOf(freshnessState(worst, now));
    if (difference !== 0) return difference > 0 ? next : worst;
    return (next.lateAt ?? Infinity) < (worst.lateAt ?? Infinity) ? next : worst;
  }, null);
}

const daysInWeek = 7;
const dayMs = 86_400_000;

/**
 * The moment at which `durationMs` of the cadence's own hours have passed since `from`.
 * @throws RangeError when the hours end before they begin
 */
function afterDueTime(from: number, durationMs: number, { hours }: Cadence): number {
  if (hours === undefined) return from + durationMs;
  const [opens, closes] = [clockMs(hours.from), clockMs(hours.to)];
  if (closes <= opens) throw new RangeError(`hours from ${hours.from} to ${hours.to}`);
  const weekMs = new Set(hours.weekdays).size * (closes - opens);
  // Whole weeks need no walk: what is left of the duration lies in the week after them.
  const wholeWeeks = Math.ceil(durationMs / weekMs) - 1;
  let left = durationMs - wholeWeeks * weekMs;
  const today = localDayNumber(from, hours.zone);
  const firstDay = today + wholeWeeks * daysInWeek;
  const clockNow = from + zoneOffsetMs(from, hours.zone) - today * dayMs;
  const start = wholeWeeks === 0 ? from : wallClockMs(firstDay, clockNow, hours.zone);
  for (let day = firstDay; ; day += 1) {
    if (!hours.weekdays.includes(isoWeekday(day))) continue;
    const open = Math.max(start, wallClockMs(day, opens, hours.zone));
    const close = wallClockMs(day, closes, hours.zone);
    if (close - open >= left) return open + left;
    left -= Math.max(0, close - open);
  }
}

/** How much of the time from `from` to `until` counts by the cadence's own hours, ms; 0 where it ends before it begins. */
export function dueTimeMs(from: number, until: number, { hours }: Cadence): number {
  if (until <= from) return 0;
  if (hours === undefined) return until - from;
  let due = 0;
  const lastDay = localDayNumber(until, hours.zone);
  for (let day = localDayNumber(from, hours.zone); day <= lastDay; day += 1) {
    if (!hours.weekdays.includes(isoWeekday(day))) continue;
    const open = wallClockMs(day, clockMs(hours.from), hours.zone);
    const close = wallClockMs(day, clockMs(hours.to), hours.zone);
    due += Math.max(0, Math.min(until, close) - Math.max(from, open));
  }
  return due;
}

/** Day number 0, 1 January 1970, was a Thursday. */
function isoWeekday(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

function clockMs(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** Whether a cadence's source owes anything at a moment. */
export function isDue(at: number, { hours }: Cadence): boolean {
  if (hours === undefined) return true;
  const day = localDayNumber(at, hours.zone);
  return (
    hours.weekdays.includes(isoWeekday(day)) &&
    at >= wallClockMs(day, clockMs(hours.from), hours.zone) &&
    at < wallClockMs(day, clockMs(hours.to), hours.zone)
  );
}
