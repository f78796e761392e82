import type { Formula, Period } from '@flagtower/contracts';

import { localDayNumber, localMonthNumber, startOfDayMs, startOfMonthMs } from '../time/zone-days.ts';

/** Half-open stretch of effective times in epoch milliseconds; `from` `null`: since ever. */
export interface Span {
  readonly from: number | null;
  /** Excluded. */
  readonly to: number;
}

/**
 * The facts that a formula adds up for a question. A fact that is effective at `at` itself counts, so the span ends one
 * millisecond later. States look at everything up to `at`, whatever the period.
 */
export function spanOf(
  formula: Formula,
  asked: { readonly from: number | null; readonly to: number | null; readonly at: number },
): Span {
  const end = asked.at + 1;
  if (formula.kind === 'state' || (formula.kind === 'notices' && formula.statistic === undefined))
    return { from: null, to: end };
  return { from: asked.from, to: asked.to === null ? end : Math.min(asked.to, end) };
}

const hourMs = 3_600_000;

/** Start of a period that ends at `at`, in the ledger's zone; `null`: since ever. */
export function periodStart(period: Period, at: number, zone: string): number | null {
  switch (period) {
    case 'now':
    case 'all':
      return null;
    case 'hour':
      return at - hourMs;
    case 'today':
      return startOfDayMs(localDayNumber(at, zone), zone);
    case 'month':
      return startOfMonthMs(localMonthNumber(at, zone), zone);
    case 'year': {
      const month = localMonthNumber(at, zone);
      return startOfMonthMs(month - (month % 12), zone);
    }
  }
}
