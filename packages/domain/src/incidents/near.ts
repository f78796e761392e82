import type { IncidentPlace, Point } from '@flagtower/contracts';

import { kmPerDegree } from '../geography/km-per-degree.ts';

/** A border of more corners is asked at every so many: a border is an estimate anyway. */
const mostCorners = 48;

/**
 * Whether two places are at most so far apart, in km: a point of one is within that distance of a point or corner of the other, or
 * inside its border. A place that nobody told is near nothing.
 */
export function isNear(one: IncidentPlace, other: IncidentPlace, km: number): boolean {
  const [ours, theirs] = [outlineOf(one), outlineOf(other)];
  if (ours.corners.length === 0 || theirs.corners.length === 0 || !mayTouch(ours, theirs, km)) return false;
  return (
    ours.corners.some((point) => isInside(point, other.rings)) ||
    theirs.corners.some((point) => isInside(point, one.rings)) ||
    ours.corners.some((point) => theirs.corners.some((there) => distanceKm(point, there) <= km))
  );
}

/** Kilometres on a plane that touches the earth there: exact enough for a city. */
export function distanceKm([lon, lat]: Point, [otherLon, otherLat]: Point): number {
  const east = (otherLon - lon) * Math.cos(((lat + otherLat) / 360) * Math.PI);
  return Math.hypot(east, otherLat - lat) * kmPerDegree;
}

interface Outline {
  readonly corners: readonly Point[];
  /** Of the corners, by axis: longitude first. */
  readonly least: Point;
  readonly most: Point;
}

/** Places are compared with each other many times over. */
const outlines = new WeakMap<IncidentPlace, Outline>();

function outlineOf(place: IncidentPlace): Outline {
  const known = outlines.get(place);
  if (known !== undefined) return known;
  const corners = cornersOf(place);
  const edge = (of: (...values: number[]) => number): Point => [
    of(...corners.map(([lon]) => lon)),
    of(...corners.map(([, lat]) => lat)),
  ];
  const outline = { corners, least: edge(Math.min), most: edge(Math.max) };
  outlines.set(place, outline);
  return outline;
}

function cornersOf({ points, rings }: IncidentPlace): Point[] {
  const corners = rings.flat();
  const step = Math.max(1, Math.ceil(corners.length / mostCorners));
  return [...points, ...corners.filter((_, index) => index % step === 0)];
}

/** Most pairs are far apart: their boxes say so at once. */
function mayTouch(ours: Outline, theirs: Outline, km: number): boolean {
  const reach = km / kmPerDegree;
  const isWithin = (axis: 0 | 1, widest: number): boolean =>
    ours.least[axis] - widest <= theirs.most[axis] && theirs.least[axis] - widest <= ours.most[axis];
  return isWithin(0, reach * 2) && isWithin(1, reach);
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
