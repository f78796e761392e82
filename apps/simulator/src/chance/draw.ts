import type { Chance } from './chance.ts';

export function happens(chance: Chance, share: number): boolean {
  return chance() < share;
}

/** Evenly in [from, to). */
export function between(chance: Chance, from: number, to: number): number {
  return from + (to - from) * chance();
}

/** An integer in [from, to], both included. */
export function integerBetween(chance: Chance, from: number, to: number): number {
  return from + Math.floor(chance() * (to - from + 1));
}

/** Standard normal, by Box and Muller. */
export function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** How many of independent rare things happen when `mean` are expected; never below 0. */
export function count(chance: Chance, mean: number): number {
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(chance)));
}

/** Waiting in whole steps, 1 at least, `mean` on average. */
export function geometric(chance: Chance, mean: number): number {
  return 1 + Math.floor(Math.log(1 - chance()) / Math.log(1 - 1 / Math.max(mean, 1.000_001)));
}

export interface Weighted<T> {
  readonly total: number;
  readonly items: readonly T[];
  readonly upTo: readonly number[];
}

/** Prepares a draw by weight. */
export function weighted<T>(items: readonly T[], weightOf: (item: T, index: number) => number): Weighted<T> {
  let total = 0;
  const upTo = items.map((item, index) => {
    total += weightOf(item, index);
    return total;
  });
  return { total, items, upTo };
}

/** @throws RangeError when there is nothing to draw from */
export function draw<T>(chance: Chance, { total, items, upTo }: Weighted<T>): T {
  const at = chance() * total;
  const index = upTo.findIndex((end) => at < end);
  const item = items.at(index);
  if (item === undefined) throw new RangeError('Nothing to draw from');
  return item;
}
