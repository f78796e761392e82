import type { Freshness, FreshnessState } from '@flagtower/contracts';
import { freshnessState, type FreshnessStamps } from '@flagtower/domain';

/** The server's stamps in epoch milliseconds. */
function stampsOf({ observedAt, lateAt, staleAt, lostAfter }: Freshness): FreshnessStamps {
  return { observedAt: ms(observedAt), lateAt: ms(lateAt), staleAt: ms(staleAt), lostAfter: ms(lostAfter) };
}

function ms(stamp: string | null): number | null {
  return stamp === null ? null : Date.parse(stamp);
}

/**
 * How a value stands at a moment. Without contact nothing is better than stale: whether the source still reports, nobody
 * here can know.
 * @param ledgerNowMs `null`: no clock is known; then the server's last word counts
 */
export function stateNow(freshness: Freshness, ledgerNowMs: number | null, isContactLost: boolean): FreshnessState {
  const state = ledgerNowMs === null ? freshness.state : freshnessState(stampsOf(freshness), ledgerNowMs);
  return isContactLost && (state === 'live' || state === 'late') ? 'stale' : state;
}

/** Milliseconds since the last sign of life, by the ledger's clock; `null`: there was none, or no clock is known. */
export function ageMs(freshness: Freshness, ledgerNowMs: number | null): number | null {
  if (ledgerNowMs === null || freshness.observedAt === null) return null;
  return Math.max(0, ledgerNowMs - Date.parse(freshness.observedAt));
}
