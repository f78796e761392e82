import type { Point } from '@flagtower/contracts';

/** A place on the plane on which the world is one unit wide, x to the east and y to the south. */
export type PlanePoint = readonly [x: number, y: number];

export function toPlane([lon, lat]: Point): PlanePoint {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function toPoint([x, y]: PlanePoint): Point {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return [(x - 0.5) * 360, lat];
}

export interface PlaneBox {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** The smallest box around points. @throws RangeError of none: an empty map has no place */
export function boxAround(points: readonly Point[]): PlaneBox {
  if (points.length === 0) throw new RangeError('no points to put a box around');
  const plane = points.map(toPlane);
  const xs = plane.map(([x]) => x);
  const ys = plane.map(([, y]) => y);
  return { west: Math.min(...xs), east: Math.max(...xs), north: Math.min(...ys), south: Math.max(...ys) };
}
