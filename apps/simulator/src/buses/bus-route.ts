import { chanceOf, type Chance } from '../chance/chance.ts';
import { between, draw, weighted } from '../chance/draw.ts';
import type { CityModel, Place } from '../city-model.ts';
import { kmBetween, planeAround, type Plane, type Spot } from './plane.ts';

/** A simulated bus line: invented, between places that exist. */
export interface BusRoute {
  readonly id: string;
  /** Where it stops, in the order of direction 0. */
  readonly stops: readonly Spot[];
}

export interface Network {
  readonly plane: Plane;
  readonly routes: readonly BusRoute[];
}

const stopEveryKm = 0.75;
const shortestKm = 7;
const longestKm = 19;
/** People in the dense part have more lines. */
const corePull = 3;

interface Terminal {
  readonly spot: Spot;
  readonly weight: number;
}

/** As many lines as asked for; fewer than that, down to none, where too few places have a known point. */
export function busNetwork(city: CityModel, places: readonly Place[], count: number): Network {
  const [[west, south], [east, north]] = city.core;
  const plane = planeAround([(west + east) / 2, (south + north) / 2]);
  const terminals = places.flatMap(({ point, population }): Terminal[] => {
    if (point === null) return [];
    const inCore = point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north;
    return [{ spot: plane.toSpot(point), weight: population * (inCore ? corePull : 1) }];
  });
  const routes = Array.from({ length: count }, (_, index) => {
    const id = `SIM-${String(index + 1).padStart(2, '0')}`;
    return routeBetween(id, terminals, chanceOf(city.seed, 'route', id));
  });
  return { plane, routes: routes.filter((route) => route !== null) };
}

function routeBetween(id: string, terminals: readonly Terminal[], chance: Chance): BusRoute | null {
  if (terminals.length < 2) return null;
  const start = draw(
    chance,
    weighted(terminals, ({ weight }) => weight),
  );
  const reachable = terminals.filter(({ spot }) => {
    const km = kmBetween(start.spot, spot);
    return km >= shortestKm && km <= longestKm;
  });
  if (reachable.length === 0) return null;
  const end = draw(
    chance,
    weighted(reachable, ({ weight }) => weight),
  );
  return { id, stops: stopsAlong([start.spot, ...placesOnTheWay(start.spot, end.spot, terminals, chance), end.spot]) };
}

/** Up to two places on the way, so that a line bends as streets do. */
function placesOnTheWay(start: Spot, end: Spot, terminals: readonly Terminal[], chance: Chance): Spot[] {
  const direct = kmBetween(start, end);
  const onTheWay = terminals
    .map(({ spot }) => spot)
    .filter((spot) => {
      const [before, after] = [kmBetween(start, spot), kmBetween(spot, end)];
      return before > 1 && after > 1 && before + after < direct * 1.15;
    })
    .toSorted((a, b) => kmBetween(start, a) - kmBetween(start, b));
  const via = onTheWay[Math.floor(between(chance, 0, onTheWay.length / 2))];
  const next = onTheWay[Math.floor(between(chance, onTheWay.length / 2, onTheWay.length))];
  return [via, next].flatMap((spot, index, all) => (spot === undefined || all.indexOf(spot) < index ? [] : [spot]));
}

function stopsAlong(corners: readonly Spot[]): Spot[] {
  const stops: Spot[] = corners.slice(0, 1);
  for (const [index, to] of corners.slice(1).entries()) {
    const from = corners[index] ?? to;
    const steps = Math.max(1, Math.round(kmBetween(from, to) / stopEveryKm));
    for (let step = 1; step <= steps; step += 1) {
      const share = step / steps;
      stops.push([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
    }
  }
  return stops;
}
