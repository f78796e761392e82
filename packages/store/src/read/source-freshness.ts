import type { Freshness, Instant, NewestReading } from '@flagtower/contracts';
import {
  freshnessStamps,
  freshnessState,
  isWorse,
  readingStamps,
  worstOf,
  type FreshnessStamps,
} from '@flagtower/domain';

import { ledgerTime } from '../ledger/ledgers.ts';
import { cadenceOf, type Source } from '../ledger/sources.ts';
import { instantOf } from './instant.ts';
import { stampsInLedger, type FreshnessClocks } from './stamps-in-ledger.ts';

/** Stamps of one source in real time, by its last contact: an empty batch is a sign of life, silence is not. */
export function stampsOfSource(source: Source): FreshnessStamps {
  return freshnessStamps(source.lastContactAt, cadenceOf(source));
}

/** Freshness of a value that needs all of these sources: that of the worst of them. */
export function freshnessOfSources(sources: readonly Source[], clocks: FreshnessClocks): Freshness {
  const worst = worstSource(sources, clocks.now);
  if (worst === null)
    return { state: 'none', observedAt: null, lateAt: null, staleAt: null, lostAfter: null, cadenceSeconds: null };
  return inLedgerTime(stampsOfSource(worst), clocks, cadenceOf(worst).everySeconds);
}

/** Whose word a figure is as old as. */
export interface WorstSource {
  readonly source: string;
  readonly freshness: Freshness;
}

/**
 * Freshness of a measured figure of now: a source that is heard and tells nothing newer is as old as its newest reading.
 * @param measured empty for any other figure
 * @returns `null` where it rests on nobody
 */
export function worstOfReadings(
  sources: readonly Source[],
  measured: readonly NewestReading[],
  clocks: FreshnessClocks,
): WorstSource | null {
  const { now, clock } = clocks;
  const worst = worstSource(sources, now);
  if (worst === null) return null;
  const heard: WorstSource = { source: worst.id, freshness: freshnessOfSources([worst], clocks) };
  const speed = clock.kind === 'real' ? 1 : clock.speed;
  // Nothing grows old where time stands still.
  const readings = speed === 0 ? [] : measured;
  return readings.reduce((before, { source: id, measuredAt }) => {
    const source = sources.find((one) => one.id === id);
    if (source === undefined) return before;
    const cadence = cadenceOf(source);
    const stamps = readingStamps(Date.parse(measuredAt), cadence, speed);
    const freshness = freshnessOf(stamps, ledgerTime(clock, now), cadence.everySeconds);
    return isWorse(freshness.state, before.freshness.state) ? { source: id, freshness } : before;
  }, heard);
}

/** The source that the freshness of a value is that of. @returns `null` of none */
function worstSource(sources: readonly Source[], now: number): Source | null {
  const stamps = sources.map(stampsOfSource);
  const worst = worstOf(stamps, now);
  return worst === null ? null : (sources[stamps.indexOf(worst)] ?? null);
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
