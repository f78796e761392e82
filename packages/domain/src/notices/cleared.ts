import { quantileOf } from '../kpi/quantile.ts';
import type { Telling } from './active.ts';

/** A notice that was over, with when; epoch milliseconds. */
export interface Cleared<Told extends Telling> {
  readonly told: Told;
  readonly overAt: number;
}

/**
 * The notices that were over within a stretch of time (`from` included, `to` excluded), by what was told until `at`. Over is what its
 * last word says is ended, when that was said first or at an earlier end of its own; else what its own time has run out of. What
 * another notice replaced goes on as that one, and what was never said to be going on was not cleared.
 */
export function clearedNotices<Told extends Telling>(
  tellings: readonly Told[],
  { from, to, at }: { readonly from: number | null; readonly to: number; readonly at: number },
): Cleared<Told>[] {
  const known = tellings.filter(({ toldAt, status }) => toldAt <= at && status === 'actual');
  const replaced = new Set(known.flatMap(({ id, supersedes }) => supersedes.filter((other) => other !== id)));
  return [...Map.groupBy(known, ({ id }) => id)].flatMap(([id, ofId]) => {
    if (replaced.has(id)) return [];
    const inOrder = ofId.toSorted((a, b) => a.version - b.version || (a.hash < b.hash ? -1 : 1));
    const lastOpen = inOrder.findLastIndex(({ ended }) => !ended);
    const told = inOrder.at(-1);
    if (told === undefined || lastOpen === -1) return [];
    const overAt = overAtOf(told, inOrder.slice(lastOpen + 1));
    const isWithin = overAt !== null && overAt < to && overAt >= (from ?? -Infinity) && told.startsAt <= overAt;
    return isWithin ? [{ told, overAt }] : [];
  });
}

/** @param ends its last tellings, all of which say that it is over; none: it is over when its time is */
function overAtOf({ endsAt }: Telling, ends: readonly Telling[]): number | null {
  if (ends.length === 0) return endsAt;
  const said = Math.min(...ends.map(({ toldAt }) => toldAt));
  return endsAt === null ? said : Math.min(said, endsAt);
}

/** The median of the times from beginning to end, milliseconds; `null` of none. */
export function clearTimeOf(cleared: readonly { readonly startsAt: number; readonly overAt: number }[]): number | null {
  const times = cleared.map(({ startsAt, overAt }) => overAt - startsAt).toSorted((a, b) => a - b);
  return quantileOf(times, 0.5);
}
