import type { IncidentPlace, Point } from '@flagtower/contracts';

import { kmPerDegree } from '../geography/km-per-degree.ts';

/** A border of more corners is asked at every so many: a border is an estimate anyway. */
const mostCorners = 48;

/**
 * Whether two places are at most so far apart, in km: a point of one is within that distance of a point or corner of the other, or
 * inside its border. A place that nobody told is near nothing.
 */
export function isNear(one: IncidentPlace, other: IncidentPlace, km: number): boolean {
  const [ours, theirs] = [cornersOf(one), cornersOf(other)];
  if (ours.length === 0 || theirs.length === 0 || !mayTouch(ours, theirs, km)) return false;
  return (
    ours.some((point) => isInside(point, other.rings)) ||
    theirs.some((point) => isInside(point, one.rings)) ||
    ours.some((point) => theirs.some((there) => distanceKm(point, there) <= km))
  );
}

/** Kilometres on a plane that touches the earth there: exact enough for a city. */
export function distanceKm([lon, lat]: Point, [otherLon, otherLat]: Point): number {
  const east = (otherLon - lon) * Math.cos(((lat + otherLat) / 360) * Math.PI);
  return Math.hypot(east, otherLat - lat) * kmPerDegree;
}

function cornersOf({ points, rings }: IncidentPlace): Point[] {
  const corners = rings.flat();
  const step = Math.max(1, Math.ceil(corners.length / mostCorners));
  return [...points, ...corners.filter((_, index) => index % step === 0)];
}

/** Most pairs are far apart: their boxes say so at once. */
function mayTouch(ours: readonly Point[], theirs: readonly Point[], km: number): boolean {
  const reach = km / kmPerDegree;
  return [0, 1].every((axis) => {
    const widest = axis === 0 ? reach * 2 : reach;
    const [a, b] = [ours, theirs].map((points) => points.map((point) => point[axis] ?? 0));
    if (a === undefined || b === undefined) return false;
    return Math.min(...a) - widest <= Math.max(...b) && Math.min(...b) - widest <= Math.max(...a);
  });
}

/** By crossings of a ray to the east, over all rings: inside a hole is outside. */
function isInside([lon, lat]: Point, rings: IncidentPlace['rings']): boolean {
  let inside = false;
  for (const ring of rings) {
    let [previous] = ring.slice(-1);
    for (const corner of ring) {
      if (previous === undefined) break;
      const [x1, y1] = previous;
      const [x2, y2] = corner;
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
      previous = corner;
    }
  }
  return inside;
}
