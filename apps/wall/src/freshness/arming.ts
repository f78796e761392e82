import type { Freshness } from '@flagtower/contracts';

import { ARMED_FOR_MS } from './armed-mark.ts';

/** What is known when marks are armed. */
export interface ArmingNow {
  /** `null`: the ledger's clock is not known. */
  readonly ledgerNowMs: number | null;
  /** Ledger milliseconds per real one; 0 while a replay stands still. */
  readonly ledgerSpeed: number;
  /** Since the last heartbeat; `null`: none ever. */
  readonly silenceMs: number | null;
}

/** In how many real milliseconds the marks are due. */
export interface Arming {
  /** `null`: not within the time for which marks are armed. */
  readonly lateInMs: number | null;
  readonly veilInMs: number;
  /** What the veil will say: that the value turned stale, or that the server was silent for `ARMED_FOR_MS`. */
  readonly veilCause: 'stale' | 'contact';
}

export function armingOf(freshness: Freshness, { ledgerNowMs, ledgerSpeed, silenceMs }: ArmingNow): Arming {
  const dueIn = (stamp: string | null): number => {
    if (stamp === null || ledgerNowMs === null) return Infinity;
    const ledgerMs = Date.parse(stamp) - ledgerNowMs;
    if (ledgerMs <= 0) return 0;
    return ledgerSpeed > 0 ? ledgerMs / ledgerSpeed : Infinity;
  };
  const lateInMs = dueIn(freshness.lateAt);
  const staleInMs = dueIn(freshness.staleAt);
  const noContactInMs = Math.max(0, ARMED_FOR_MS - (silenceMs ?? 0));
  return {
    lateInMs: lateInMs <= ARMED_FOR_MS ? lateInMs : null,
    veilInMs: Math.min(staleInMs, noContactInMs),
    veilCause: staleInMs < noContactInMs ? 'stale' : 'contact',
  };
}
