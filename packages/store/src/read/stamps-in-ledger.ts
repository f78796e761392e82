import type { FreshnessStamps } from '@flagtower/domain';

import { ledgerTime, type LedgerClock } from '../ledger/ledgers.ts';

/** What freshness is judged by. Sources live in real time; what is shown of them is told in the time of their ledger. */
export interface FreshnessClocks {
  /** The service's clock, epoch milliseconds. */
  readonly now: number;
  /** Whoever looks judges the stamps by this one: where it is driven, stamps of real time would be late at once, or never. */
  readonly clock: LedgerClock;
}

/** A fast clock carries the stamps of a slow source out of every calendar; there they only have to keep their order. */
const [firstMs, lastMs] = [Date.parse('0001-01-01T00:00:00.000Z'), Date.parse('9999-12-31T23:59:59.999Z')];

/** Stamps of real time as the ledger's clock tells them: judged by it, they give the state that real time gives. */
export function stampsInLedger(stamps: FreshnessStamps, { now, clock }: FreshnessClocks): FreshnessStamps {
  if (clock.kind === 'real') return stamps;
  const isStill = clock.speed === 0;
  // Nothing passes while the ledger's clock stands still: what has passed lies before it, what has not will be told when it has.
  const passed = (ms: number): number =>
    isStill ? Math.min(clock.anchorLedger - 1, ledgerTime({ ...clock, speed: 1 }, ms)) : ledgerTime(clock, ms);
  const moved = (ms: number | null): number | null => {
    if (ms === null || (isStill && ms >= now)) return null;
    return Math.min(lastMs, Math.max(firstMs, passed(ms)));
  };
  const { observedAt, lateAt, staleAt, lostAfter } = stamps;
  return {
    observedAt: moved(observedAt === null ? null : Math.min(observedAt, now - (isStill ? 1 : 0))),
    lateAt: moved(lateAt),
    staleAt: moved(staleAt),
    lostAfter: moved(lostAfter),
  };
}
