import type { Point } from '@flagtower/contracts';

import { unitOfPlace } from '../geography/unit-of-place.ts';
import { rowOf, unallocatedRow, type AskedUnit, type UnitRow } from '../geography/unit-rows.ts';

/**
 * Where a thing is counted among the units directly below an asked one, by its place.
 * @param point `null`: it told none
 * @returns `null` where it is not of the asked unit: what is nowhere is of the whole city only
 */
export function rowOfThing(asked: AskedUnit, point: Point | null): UnitRow | null {
  const key = point === null ? null : unitOfPlace(asked.geography, point);
  if (key !== null) return rowOf(asked, key);
  if (asked.life !== asked.geography.root) return null;
  return { row: unallocatedRow, reason: point === null ? 'no-place' : 'outside' };
}
