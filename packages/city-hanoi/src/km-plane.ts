import type { Point } from '@flagtower/contracts';

import type { Vertex } from './convex-clip.ts';

const kmPerDegree = 111.32;

export interface KmPlane {
  toKm: (point: Point) => Vertex;
  toPoint: (vertex: Vertex) => Point;
}

/** A flat map around a center, in km east and north of it. Over a city's 100 km it is off by less than 1%. */
export function kmPlane([longitude, latitude]: Point): KmPlane {
  const kmPerLongitude = kmPerDegree * Math.cos((latitude * Math.PI) / 180);
  return {
    toKm: ([x, y]) => [(x - longitude) * kmPerLongitude, (y - latitude) * kmPerDegree],
    toPoint: ([east, north]) => [longitude + east / kmPerLongitude, latitude + north / kmPerDegree],
  };
}
