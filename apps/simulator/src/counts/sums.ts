export function sumOf<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((sum, item) => sum + pick(item), 0);
}

export function meanOf<T>(items: readonly T[], pick: (item: T) => number): number {
  return sumOf(items, pick) / items.length;
}
