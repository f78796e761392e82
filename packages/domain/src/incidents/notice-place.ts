import type { IncidentKind, IncidentPlace, Notice, Point } from '@flagtower/contracts';

import { kmPerDegree } from '../geography/km-per-degree.ts';
import { distanceKm } from './near.ts';

/** Corners of a circle: near enough for what is near. */
const cornersOfCircle = 12;

/** Where a notice is: its lines and borders with their name, or, where its kind calls it a region, only an area with what it names. */
export function placeOfNotice(
  { areas }: Pick<Notice, 'areas'>,
  { regionKm }: Pick<IncidentKind, 'regionKm'>,
): IncidentPlace {
  const name = nameOf(areas);
  const points = areas.flatMap(({ lines = [], circles }) => [
    ...lines.flat(),
    ...circles.filter(isPoint).map(({ center }) => center),
  ]);
  const rings = areas.flatMap(({ polygons, circles }) => [
    ...polygons,
    ...circles.filter((circle) => !isPoint(circle)).map(({ center, radiusKm }) => ringOf(center, radiusKm)),
  ]);
  if (regionKm === null || points.length > 0 || acrossKm(rings.flat()) <= regionKm) return { name, points, rings };
  const units = new Set(areas.flatMap(({ geocodes }) => geocodes.map(({ value }) => value))).size;
  return { name: null, points, rings, area: { name, units } };
}

/** A circle without a radius is how a notice tells one. */
function isPoint({ radiusKm }: Notice['areas'][number]['circles'][number]): boolean {
  return radiusKm === 0;
}

function nameOf(areas: Notice['areas']): string | null {
  const [first, ...more] = areas.map((area) => area.name).filter((name) => name !== '');
  return first === undefined ? null : [first, ...more].join(', ').slice(0, 500);
}

/** From corner to corner of the box around them. */
function acrossKm(corners: readonly Point[]): number {
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  if (corners.length === 0) return 0;
  return distanceKm([least(lons), least(lats)], [most(lons), most(lats)]);
}

function least(values: readonly number[]): number {
  return values.reduce((one, other) => Math.min(one, other));
}

function most(values: readonly number[]): number {
  return values.reduce((one, other) => Math.max(one, other));
}

function ringOf([lon, lat]: Point, radiusKm: number): Point[] {
  const degrees = radiusKm / kmPerDegree;
  return Array.from({ length: cornersOfCircle }, (_, index): Point => {
    const angle = (index / cornersOfCircle) * 2 * Math.PI;
    return [lon + (degrees * Math.cos(angle)) / Math.cos((lat / 180) * Math.PI), lat + degrees * Math.sin(angle)];
  });
}
