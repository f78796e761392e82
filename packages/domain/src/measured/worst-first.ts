import type { KpiDefinition } from '@flagtower/contracts';

interface Row {
  readonly name: string;
  readonly value: number | null;
}

/**
 * Which of two rows of a breakdown needs somebody's eyes first: the higher value where lower is better, the lower one where
 * higher is; where neither is, the larger one. What is not known comes after what is, and equal rows by their names.
 * @returns negative: the first one does
 */
export function worseFirst(direction: KpiDefinition['direction'], one: Row, other: Row): number {
  if (one.value === null || other.value === null)
    return Number(one.value === null) - Number(other.value === null) || byName(one, other);
  const more = other.value - one.value;
  return (direction === 'up' ? -more : more) || byName(one, other);
}

function byName(one: Row, other: Row): number {
  return one.name < other.name ? -1 : Number(one.name > other.name);
}
