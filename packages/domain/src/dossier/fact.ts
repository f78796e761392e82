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
}

/**
 * What to book when a dossier's dated facts change from `before` to `after`: each fact keeps its own effective time, and
 * what did not change is not booked.
 */
export function entriesFor(before: readonly Fact[], after: readonly Fact[]): Fact[] {
  const change = new Map<string, Fact>();
  for (const fact of before) add(change, fact, -fact.delta);
  for (const fact of after) add(change, fact, fact.delta);
  return [...change.values()].filter(({ delta }) => delta !== 0);
}

function add(change: Map<string, Fact>, fact: Fact, delta: number): void {
  const key = factKey(fact);
  const held = change.get(key);
  change.set(key, { ...fact, delta: (held?.delta ?? 0) + delta });
}

/** Facts of one key add up; two facts that differ in any of these are two things. */
export function factKey({ measure, at, cell, handlingMs }: Fact): string {
  return [measure, at, cell.unit, cell.procedure, cell.channel, handlingMs].join('\u0000');
}
