import type { Cadence, FreshnessState } from '@flagtower/contracts';

import { contactsOf, missedContacts, type Silence } from './contacts.ts';
import { freshnessStamps, freshnessState } from './freshness.ts';

/** How a source kept its word, as far as it is remembered. Times in epoch milliseconds. */
export interface Conduct {
  readonly cadence: Cadence;
  /** The first sign of life since they are measured; `null`: none yet. */
  readonly observedSince: number | null;
  readonly lastContactAt: number | null;
  /** Those that ended, the oldest first. */
  readonly silences: readonly Silence[];
}

/** Signs of life are held against their cadence over this many days. */
export const contactDays = 7;
const dayMs = 86_400_000;

/**
 * How a source stood at a moment. Since its last sign of life that is told by its stamps; before it by the silences that are kept, in
 * which at least one sign of life stayed out: between two that came in time it was live.
 */
export function standingAt({ cadence, observedSince, lastContactAt, silences }: Conduct, at: number): FreshnessState {
  if (lastContactAt === null || at >= lastContactAt) return freshnessState(freshnessStamps(lastContactAt, cadence), at);
  if (observedSince === null || at < observedSince) return 'none';
  const silence = silences.find(({ from, until }) => from <= at && at < until);
  return silence === undefined ? 'live' : freshnessState(freshnessStamps(silence.from, cadence), at);
}

/** The silences of a source that had begun by a moment, the oldest first, the last one with its part until then. */
export function silencesUntil({ cadence, lastContactAt, silences }: Conduct, at: number): Silence[] {
  const began = silences
    .filter(({ from }) => from < at)
    .map(({ from, until, missed }) =>
      until <= at ? { from, until, missed } : { from, until: at, missed: missedContacts(from, at, cadence) },
    );
  const missed = lastContactAt === null ? 0 : missedContacts(lastContactAt, at, cadence);
  if (lastContactAt !== null && missed > 0) began.push({ from: lastContactAt, until: at, missed });
  return began.filter((silence) => silence.missed > 0);
}

/**
 * Signs of life that were due in the seven days before a moment, or since the first one, and those that came.
 * @returns `null` where none had come by then
 */
export function contactsAt(
  conduct: Conduct,
  at: number,
): { readonly from: number; readonly expected: number; readonly seen: number } | null {
  const { cadence, observedSince } = conduct;
  if (observedSince === null || at < observedSince) return null;
  const from = Math.max(observedSince, at - contactDays * dayMs);
  return { from, ...contactsOf(silencesUntil(conduct, at), { from, now: at, cadence }) };
}
