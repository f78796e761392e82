import type { Cadence } from '@flagtower/contracts';

import { isoDayOf, localDayNumber, startOfDayMs } from '../time/zone-days.ts';
import { dueTimeMs, freshnessStamps } from './freshness.ts';

/** A time without a sign of life in which at least one was due. Epoch milliseconds; `until` is the next sign of life, or now. */
export interface Silence {
  readonly from: number;
  readonly until: number;
  readonly missed: number;
}

/**
 * How many signs of life stayed out between two that follow one another. Networks jitter: one that comes half a cadence
 * late was not missed, so the count is that of the nearest whole cadence.
 */
export function missedContacts(from: number, until: number, cadence: Cadence): number {
  return Math.max(0, Math.round(dueTimeMs(from, until, cadence) / (cadence.everySeconds * 1000)) - 1);
}

/**
 * Signs of life that were due from `from` until `now`, and those that came: all but the missed ones.
 * @param silences may lie before `from` in part: that part does not count
 */
export function contactsOf(
  silences: readonly Silence[],
  { from, now, cadence }: { readonly from: number; readonly now: number; readonly cadence: Cadence },
): { readonly expected: number; readonly seen: number } {
  const expected = Math.floor(dueTimeMs(from, now, cadence) / (cadence.everySeconds * 1000));
  const missed = silences
    .filter(({ until }) => until > from)
    .reduce((sum, silence) => sum + missedContacts(Math.max(from, silence.from), silence.until, cadence), 0);
  return { expected, seen: Math.max(0, expected - missed) };
}

/** A day of a source's zone: for how long it was late, and how many signs of life stayed out. `null`: before its first. */
export interface SilentDay {
  readonly day: string;
  readonly lateMs: number | null;
  readonly missed: number | null;
}

/**
 * The last `days` days, the oldest first. A silence is late from the stamp on at which its source turned late; what was missed counts
 * for the day on which the silence ended.
 * @param observedSince the first sign of life, epoch milliseconds; `null`: none ever
 */
export function silentDays(
  silences: readonly Silence[],
  {
    now,
    days,
    zone,
    cadence,
    observedSince,
  }: {
    readonly now: number;
    readonly days: number;
    readonly zone: string;
    readonly cadence: Cadence;
    readonly observedSince: number | null;
  },
): SilentDay[] {
  const today = localDayNumber(now, zone);
  const firstKnown = observedSince === null ? Infinity : localDayNumber(observedSince, zone);
  const late = silences.map(({ from, until, missed }) => ({
    from: freshnessStamps(from, cadence).lateAt ?? until,
    until,
    missed,
  }));
  return Array.from({ length: days }, (_, index) => {
    const number = today - days + 1 + index;
    const day = isoDayOf(number);
    if (number < firstKnown) return { day, lateMs: null, missed: null };
    const [start, end] = [startOfDayMs(number, zone), startOfDayMs(number + 1, zone)];
    let [lateMs, missed] = [0, 0];
    for (const silence of late) {
      lateMs += dueTimeMs(Math.max(start, silence.from), Math.min(end, silence.until), cadence);
      if (silence.until > start && silence.until <= end) missed += silence.missed;
    }
    return { day, lateMs, missed };
  });
}
