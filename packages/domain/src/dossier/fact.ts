import type { Measure } from '@flagtower/contracts';

/** Where a fact is counted. `null`: nobody told us. */
export interface Cell {
  readonly unit: string | null;
  readonly procedure: string | null;
  readonly channel: string | null;
}

/** Something that is true of a dossier from a moment on, possibly a future one: it adds `delta` to a measure of a cell. */
export interface Fact {
  readonly measure: Measure;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly cell: Cell;
  readonly delta: number;
  /** Elapsed time from the receipt (or re-opening) to the end, only on `handled`; `null` where no receipt was told. */
  readonly handlingMs: number | null;
  /** The receipt's moment, epoch milliseconds, only on cohort measures: their period is when the dossier was received. */
  readonly cohortAt: number | null;
}

/**
 * What to book when a dossier's dated facts change from `before` to `after`: each fact keeps its own effective time, and
 * what did not change is not booked.
 */
export function entriesFor(before: readonly Fact[], after: readonly Fact[]): Fact[] {
  const changes = new Map<string, { readonly fact: Fact; delta: number }>();
  const add = (fact: Fact, delta: number): void => {
    const key = factKey(fact);
    const change = changes.get(key);
    if (change === undefined) changes.set(key, { fact, delta });
    else change.delta += delta;
  };
  // A later step mostly adds to the end: what both begin with cancels without a look-up.
  const firstChange = after.findIndex((fact, index) => !isSameFact(fact, before[index]));
  const kept = firstChange === -1 ? after.length : firstChange;
  for (const fact of before.slice(kept)) add(fact, -fact.delta);
  for (const fact of after.slice(kept)) add(fact, fact.delta);
  return [...changes.values()].flatMap(({ fact, delta }) => (delta === 0 ? [] : [{ ...fact, delta }]));
}

function isSameFact(a: Fact, b: Fact | undefined): boolean {
  return a.delta === b?.delta && factKey(a) === factKey(b);
}

/** Facts of one key add up; two facts that differ in any of these are two things. */
export function factKey({ measure, at, cell, handlingMs, cohortAt }: Fact): string {
  const { unit, procedure, channel } = cell;
  return `${measure}\u0000${String(at)}\u0000${unit ?? ''}\u0000${procedure ?? ''}\u0000${channel ?? ''}\u0000${String(handlingMs ?? '')}\u0000${String(cohortAt ?? '')}`;
}
