import type { Freshness, Instant } from '@flagtower/contracts';
import { freshnessStamps, freshnessState, worstOf, type FreshnessStamps } from '@flagtower/domain';

import { ledgerTime } from '../ledger/ledgers.ts';
import { defaultCadenceSeconds, type Source } from '../ledger/sources.ts';
import { instantOf } from './instant.ts';
import { stampsInLedger, type FreshnessClocks } from './stamps-in-ledger.ts';

/** Stamps of one source in real time, by its last contact: an empty batch is a sign of life, silence is not. */
export function stampsOfSource(source: Source): FreshnessStamps {
  return freshnessStamps(source.lastContactAt, source.config.cadence ?? { everySeconds: defaultCadenceSeconds });
}

/** Freshness of a value that needs all of these sources: that of the worst of them. */
export function freshnessOfSources(sources: readonly Source[], { now, clock }: FreshnessClocks): Freshness {
  const stamps = sources.map((source) => ({ source, stamps: stampsOfSource(source) }));
  const worst = worstOf(
    stamps.map((each) => each.stamps),
    now,
  );
  const source = stamps.find((each) => each.stamps === worst)?.source;
  if (worst === null || source === undefined)
    return { state: 'none', observedAt: null, lateAt: null, staleAt: null, lostAfter: null, cadenceSeconds: null };
  return inLedgerTime(worst, { now, clock }, source.config.cadence?.everySeconds ?? defaultCadenceSeconds);
}

/** How often the service looks at its sources anew at the least, seconds. */
const ownCadence = { everySeconds: 60 };

/** Freshness of what the service itself sees: it owes a look every minute. `seenAt`: when it looked last, epoch milliseconds. */
export function ownFreshness(seenAt: number, clocks: FreshnessClocks): Freshness {
  return inLedgerTime(freshnessStamps(seenAt, ownCadence), clocks, ownCadence.everySeconds);
}

function inLedgerTime(stamps: FreshnessStamps, clocks: FreshnessClocks, cadenceSeconds: number): Freshness {
  const { now, clock } = clocks;
  const told = freshnessOf(stampsInLedger(stamps, clocks), ledgerTime(clock, now), cadenceSeconds);
  return { ...told, state: freshnessState(stamps, now) };
}

/** @param now of the same clock as the stamps */
export function freshnessOf(stamps: FreshnessStamps, now: number, cadenceSeconds: number | null): Freshness {
  return {
    state: freshnessState(stamps, now),
    observedAt: instantOrNull(stamps.observedAt),
    lateAt: instantOrNull(stamps.lateAt),
    staleAt: instantOrNull(stamps.staleAt),
    lostAfter: instantOrNull(stamps.lostAfter),
    cadenceSeconds,
  };
}

function instantOrNull(ms: number | null): Instant | null {
  return ms === null ? null : instantOf(ms);
}
