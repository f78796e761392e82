/** The moment of the document that a reader gets now: the frame that ended last. */
export function frameOf(now: number, everyMs: number): number {
  return Math.floor(now / everyMs) * everyMs;
}

export function sumOf<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((sum, item) => sum + pick(item), 0);
}

export function meanOf<T>(items: readonly T[], pick: (item: T) => number): number {
  return sumOf(items, pick) / items.length;
}
