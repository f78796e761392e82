import type { Notice, Point } from '@flagtower/contracts';

import { unallocatedRow, type AskedUnit, type UnitRow } from '../geography/unit-rows.ts';
import { rowOfThing } from './row-of-thing.ts';

type Area = Notice['areas'][number];

/**
 * Where a notice is counted among the units directly below an asked one: in the one that all corners of its areas lie in,
 * else in none of them. A notice is one, it is not divided.
 * @returns `null` where some of it lies outside the asked unit
 */
export function rowOfNotice(asked: AskedUnit, areas: readonly Area[]): UnitRow | null {
  const points = areas.flatMap(cornersOf);
  if (points.length === 0) return rowOfThing(asked, null);
  const rows = points.map((point) => rowOfThing(asked, point));
  if (rows.includes(null)) return null;
  const [first = null] = rows;
  return rows.every((row) => row?.row === first?.row) ? first : { row: unallocatedRow, reason: 'above' };
}

/** The middle of the first area's corners, to put a mark there; `null`: it tells no place. */
export function markOfNotice(areas: readonly Area[]): Point | null {
  const corners = areas.map(cornersOf).find((points) => points.length > 0);
  if (corners === undefined) return null;
  const middle = (at: 0 | 1): number => corners.reduce((sum, point) => sum + point[at], 0) / corners.length;
  return [middle(0), middle(1)];
}

function cornersOf({ polygons, lines = [], circles }: Area): Point[] {
  return [...circles.map(({ center }) => center), ...lines.flat(), ...polygons.flat()];
}
