/** Kilometres east and north of a center. */
export type Spot = readonly [east: number, north: number];
type LonLat = readonly [number, number];

const kmPerDegree = 111.32;

export interface Plane {
  toSpot: (point: LonLat) => Spot;
  toPoint: (spot: Spot) => LonLat;
}

/** A flat map around a center; good to 1% over a city. */
export function planeAround([longitude, latitude]: LonLat): Plane {
  const kmPerLongitude = kmPerDegree * Math.cos((latitude * Math.PI) / 180);
  return {
    toSpot: ([x, y]) => [(x - longitude) * kmPerLongitude, (y - latitude) * kmPerDegree],
    toPoint: ([east, north]) => [longitude + east / kmPerLongitude, latitude + north / kmPerDegree],
  };
}

export function kmBetween([ax, ay]: Spot, [bx, by]: Spot): number {
  return Math.hypot(bx - ax, by - ay);
}

/** Degrees clockwise from north, in [0, 360). */
export function bearingOf([ax, ay]: Spot, [bx, by]: Spot): number {
  return ((Math.atan2(bx - ax, by - ay) * 180) / Math.PI + 360) % 360;
}
