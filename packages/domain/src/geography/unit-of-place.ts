import type { Point } from '@flagtower/contracts';

import { isValidAt, type Geography, type UnitLife } from './geography.ts';
import { kmPerDegree } from './km-per-degree.ts';

interface Office {
  readonly life: UnitLife;
  readonly point: Point;
  readonly reachKm: number;
}

/**
 * A round unit of the same area would reach this much less far: units are not round. Ours, no text states it; it only keeps
 * places outside the city from being counted in it.
 */
const reachOverRadius = 2;

const offices = new WeakMap<Geography, readonly Office[]>();

/**
 * The lowest unit of today that a place is counted in: the one whose office is nearest. The city's data has no borders, so a
 * place near one may lie in the neighbour. Where that unit stands in another geography is for `rowOf` to say.
 * @returns the unit's key; `null` for a place outside all units
 */
export function unitOfPlace(geography: Geography, [longitude, latitude]: Point): string | null {
  const held = offices.get(geography) ?? officesOf(geography);
  offices.set(geography, held);
  const shrink = Math.cos((latitude * Math.PI) / 180);
  let nearest: Office | null = null;
  let nearestKm = Infinity;
  for (const office of held) {
    const [east, north] = [(office.point[0] - longitude) * shrink, office.point[1] - latitude];
    const km = Math.hypot(east, north) * kmPerDegree;
    if (km >= nearestKm) continue;
    nearest = office;
    nearestKm = km;
  }
  return nearest === null || nearestKm > nearest.reachKm ? null : nearest.life.key;
}

/** Of the newest units with a place that have none below them, in the order of their keys: of two at one place the first. */
function officesOf(geography: Geography): readonly Office[] {
  const { lives, boundaries } = geography;
  const today = [...lives.values()].filter((life) => isValidAt(life, Math.max(...boundaries)));
  const above = new Set(today.map(({ unit }) => unit.parent));
  return today
    .filter(({ unit }) => !above.has(unit.code))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .flatMap((life) => {
      const { point, areaKm2 } = life.unit;
      if (point === null || areaKm2 === null) return [];
      return [{ life, point, reachKm: reachOverRadius * Math.sqrt(areaKm2 / Math.PI) }];
    });
}
