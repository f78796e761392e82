import type { Geography } from './geography.ts';
import { keyParts } from './unit-key.ts';

/**
 * Until when something stands where a key says, unless somebody tells otherwise. What is in nobody's unit may find one at
 * any change: parts of a split unit can be joined again.
 * @param key `null`: no unit
 * @returns epoch milliseconds; `Infinity` where no change is known
 */
export function unitEndsAt(geography: Geography | null, key: string | null, at: number): number {
  if (geography === null || key === null) return Infinity;
  const life = geography.lives.get(key);
  if (life !== undefined) return life.endMs;
  if (keyParts(key) === null) return Infinity;
  return geography.boundaries.find((boundary) => boundary > at) ?? Infinity;
}
