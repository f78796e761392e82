import type { Freshness } from '@flagtower/contracts';

/**
 * The freshness of a picture of many: of the one that stays fresh longest. Single ones that are older are drawn so one by
 * one; the whole picture is old when even this one is. `null` of nothing.
 */
export function bestFreshness(many: readonly Freshness[]): Freshness | null {
  return many.reduce<Freshness | null>((best, next) => {
    if (best === null || best.state === 'none') return next;
    if (next.state === 'none') return best;
    // Without a promised cadence there is nothing to be late for.
    return staleText(next) > staleText(best) ? next : best;
  }, null);
}

/** Instants of the wire are in order as text. */
function staleText({ staleAt }: Freshness): string {
  return staleAt ?? '9999';
}
