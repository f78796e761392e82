import type { Notice, Point } from '@flagtower/contracts';
import { kmPerDegree } from '@flagtower/domain';

/** South-west and north-east corner, longitude first. */
export type Box = readonly [Point, Point];

/** @returns `null` around nothing */
export function boxAround(points: Iterable<Point>): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of points) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return west > east
    ? null
    : [
        [west, south],
        [east, north],
      ];
}

/** Around all its areas, whatever becomes of them in an incident. */
export function boxOfNotice({ areas }: Pick<Notice, 'areas'>): Box | null {
  return boxAround(
    areas.flatMap(({ polygons, lines = [], circles }) => [
      ...[...polygons, ...lines].flat(),
      ...circles.flatMap(({ center, radiusKm }) => boxOfCircle(center, radiusKm)),
    ]),
  );
}

function boxOfCircle([lon, lat]: Point, radiusKm: number): Box {
  const north = radiusKm / kmPerDegree;
  // At a pole a degree to the east is nothing: as wide as the globe at most.
  const east = Math.min(180, north / Math.max(Math.cos((lat / 180) * Math.PI), Number.EPSILON));
  return [
    [lon - east, lat - north],
    [lon + east, lat + north],
  ];
}

/** As PostgreSQL reads one. */
export function boxText(box: Box | null): string | null {
  return box === null ? null : `(${box.map((corner) => `(${corner.join()})`).join()})`;
}

/** What PostgreSQL writes: the north-east corner first. */
export function boxOf(text: string | null): Box | null {
  const [east, north, west, south] = (text ?? '')
    .split(/[(),]+/u)
    .flatMap((word) => (word === '' ? [] : [Number(word)]));
  return east === undefined || north === undefined || west === undefined || south === undefined
    ? null
    : [
        [west, south],
        [east, north],
      ];
}
