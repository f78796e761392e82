import type { Parsed } from './parsed.ts';
import { remark } from './reject.ts';

/** Counts by name that a reader collects on its way and tells at its end. */
export type Tally = Map<string, number>;

/** `by` may be 0: then the name is told although nothing was there, such as an empty table. */
export function countIn(tally: Tally, name: string, by = 1): void {
  tally.set(name, (tally.get(name) ?? 0) + by);
}

export function remarksOf(tally: Tally): Parsed[] {
  return [...tally].map(([name, count]) => remark(name, count));
}
