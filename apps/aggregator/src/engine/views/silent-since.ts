import type { Instant } from '@flagtower/contracts';
import { freshnessState } from '@flagtower/domain';
import { instantOf, stampsOfSource, type Source } from '@flagtower/store';

/** The last contact of a source that is stale or lost by its own cadence; `null`: it keeps its word, or nobody expects one. */
export function silentSince(source: Source | undefined, now: number): Instant | null {
  if (source === undefined || source.lastContactAt === null) return null;
  const state = freshnessState(stampsOfSource(source), now);
  return state === 'stale' || state === 'lost' ? instantOf(source.lastContactAt) : null;
}
