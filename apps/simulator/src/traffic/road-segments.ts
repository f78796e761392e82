import { busNetwork } from '../buses/bus-route.ts';
import { chanceOf } from '../chance/chance.ts';
import { between } from '../chance/draw.ts';
import type { CityModel, Place } from '../city-model.ts';

/** A measured stretch of road: invented, on the way between places that exist. */
export interface RoadSegment {
  readonly id: string;
  /** Its ends, longitude first. */
  readonly line: readonly [readonly [number, number], readonly [number, number]];
  readonly point: readonly [number, number];
  /** km/h on an empty road. */
  readonly freeSpeed: number;
  /** Vehicles an hour that it can take; motorbikes make most of it. */
  readonly capacity: number;
  /** Multiplies the load of the city's streets: above 1 it jams at peaks. */
  readonly strain: number;
}

/** Measured stretches; no source gives their number, so it is assumed. */
const segmentCount = 120;
/** Congestion points of 2025, by the press (Znews): these stretches have more load than they can take. */
const congestionPoints = 38;

/** Where the simulated city measures its traffic. */
export function roadSegments(city: CityModel, places: readonly Place[]): readonly RoadSegment[] {
  const { plane, routes } = busNetwork(city, places, segmentCount);
  return routes.flatMap(({ stops }, index): RoadSegment[] => {
    const id = `SIM-ROAD-${String(index + 1).padStart(3, '0')}`;
    const chance = chanceOf(city.seed, 'road', id);
    const at = Math.floor(between(chance, 0, Math.max(1, stops.length - 1)));
    const [from, to] = [stops[at], stops[at + 1]];
    if (from === undefined || to === undefined) return [];
    const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
    return [
      {
        id,
        line: [plane.toPoint(from), plane.toPoint(to)],
        point: plane.toPoint(middle),
        freeSpeed: Math.round(between(chance, 38, 55)),
        capacity: Math.round(between(chance, 3000, 9000) / 100) * 100,
        strain: index < congestionPoints ? between(chance, 1.05, 1.3) : between(chance, 0.45, 0.85),
      },
    ];
  });
}
