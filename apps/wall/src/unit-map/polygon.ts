import type { Point } from '@flagtower/contracts';
import type { Polygon, Position } from 'geojson';

/** Centre of mass of the outer ring; its first corner where the ring has no area. */
export function centroidOf(polygon: Polygon): Point {
  const sides = sidesOf(polygon);
  const doubledArea = sides.reduce((sum, { cross }) => sum + cross, 0);
  const [first] = sides;
  if (first === undefined) return [0, 0];
  if (doubledArea === 0) return first.from;
  const moment = (axis: 0 | 1): number =>
    sides.reduce((sum, { from, to, cross }) => sum + (from[axis] + to[axis]) * cross, 0);
  return [moment(0) / (3 * doubledArea), moment(1) / (3 * doubledArea)];
}

/** Area of the outer ring in square degrees; only to compare neighbours. */
export function areaOf(polygon: Polygon): number {
  return Math.abs(sidesOf(polygon).reduce((sum, { cross }) => sum + cross, 0)) / 2;
}

function sidesOf(polygon: Polygon): { from: Point; to: Point; cross: number }[] {
  const ring = (polygon.coordinates[0] ?? []).map(([lon = 0, lat = 0]): Point => [lon, lat]);
  return ring.map((from, at) => {
    const to = ring[(at + 1) % ring.length] ?? from;
    return { from, to, cross: from[0] * to[1] - to[0] * from[1] };
  });
}

const KM_PER_DEGREE = 111.32;
const CORNERS = 48;

/** A circle on the ground, as a polygon. */
export function circleAround([lon, lat]: Point, radiusKm: number): Polygon {
  const eastward = KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const ring = Array.from({ length: CORNERS }, (_, corner): Position => {
    const angle = (corner / CORNERS) * 2 * Math.PI;
    return [lon + (radiusKm / eastward) * Math.cos(angle), lat + (radiusKm / KM_PER_DEGREE) * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}
