import type { Unit } from '@flagtower/contracts';

import { isValidAt, type Geography, type UnitLife } from './geography.ts';
import { reachOf } from './place-in.ts';

/**
 * Where a unit that has no place of its own is drawn, and how large: a unit of a moment with units below it lies in the
 * middle of what these became, and has an equal share of each of them with every other unit that went into it. For a
 * schematic picture only: no figure rests on it, and a share has no source.
 * @param at epoch milliseconds
 * @returns the units of that moment with children, as they are where they have a place, by code
 */
export function schematicUnits(geography: Geography, at: number): Unit[] {
  const lives = [...geography.lives.values()].filter((life) => isValidAt(life, at));
  const latest = Math.max(...geography.boundaries.filter((moment) => moment !== Infinity));
  const parts = new Map(lives.map((life) => [life, successorsOf(life, lives, latest)]));
  const takers = new Map<UnitLife, number>();
  for (const became of parts.values()) for (const life of became) takers.set(life, (takers.get(life) ?? 0) + 1);
  return lives.flatMap((life) => {
    const became = parts.get(life) ?? [];
    return life.unit.point !== null || became.length === 0 ? [] : [placed(life.unit, became, takers)];
  });
}

/** What the children of a unit became, each once. */
function successorsOf(life: UnitLife, lives: readonly UnitLife[], latest: number): UnitLife[] {
  if (life.unit.parent === null) return [];
  const children = lives.filter(({ unit }) => unit.parent === life.unit.code);
  return [...new Set(children.flatMap((child) => reachOf(child, latest).lives))];
}

function placed(unit: Unit, became: readonly UnitLife[], takers: ReadonlyMap<UnitLife, number>): Unit {
  let [longitude, latitude, areaKm2] = [0, 0, 0];
  for (const life of became) {
    const { point, areaKm2: whole } = life.unit;
    if (point === null || whole === null) continue;
    const share = whole / (takers.get(life) ?? 1);
    longitude += point[0] * share;
    latitude += point[1] * share;
    areaKm2 += share;
  }
  return areaKm2 === 0 ? unit : { ...unit, point: [longitude / areaKm2, latitude / areaKm2], areaKm2 };
}
