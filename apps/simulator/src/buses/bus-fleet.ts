import type { DayNumber } from '../calendar/city-days.ts';
import type { CityModel } from '../city-model.ts';
import { busNetwork, type Network } from './bus-route.ts';
import { busTrip, departsAt, departuresOf, dwellMs, longestTripMs, type BusTrip, type Departure } from './bus-trip.ts';
import { bearingOf, kmBetween } from './plane.ts';

const routeCount = 60;

/** A bus on its way at a moment. */
export interface BusPosition {
  readonly trip: BusTrip;
  /** Longitude, latitude. */
  readonly point: readonly [number, number];
  /** Degrees clockwise from north; `null` where it goes nowhere, at a line's end. */
  readonly bearing: number | null;
  /** Metres a second; 0 at a stop. */
  readonly speed: number;
  /** Index of the stop that it stands at or goes to. */
  readonly nextStop: number;
}

export interface BusFleet {
  /** All buses on their way at a moment, epoch milliseconds: a pure function of the seed and the moment. */
  positionsAt: (at: number) => readonly BusPosition[];
}

export function busFleet(city: CityModel): BusFleet {
  const departures = new Map<DayNumber, readonly Departure[]>();
  const trips = new Map<Departure, BusTrip>();
  let network: { readonly day: DayNumber; readonly drawn: Network } | null = null;

  const networkOf = (day: DayNumber): Network => {
    if (network?.day !== day) {
      network = { day, drawn: busNetwork(city, city.placesOn(day), routeCount) };
      departures.clear();
      trips.clear();
    }
    return network.drawn;
  };
  const positionsAt: BusFleet['positionsAt'] = (at) => {
    const day = city.days.dayOf(at);
    const { plane, routes } = networkOf(day);
    const ofDay = departures.get(day) ?? routes.flatMap((route) => departuresOf(city, route, day));
    departures.set(day, ofDay);
    return ofDay.flatMap((departure) => {
      const start = departsAt(city, departure);
      if (start > at || start + longestTripMs < at) return [];
      const trip = trips.get(departure) ?? busTrip(city, departure);
      trips.set(departure, trip);
      const place = placeOf(trip, at);
      return place === null ? [] : [{ ...place, point: plane.toPoint(place.spot) }];
    });
  };
  return { positionsAt };
}

type Place = Omit<BusPosition, 'point'> & { readonly spot: readonly [number, number] };

/** `null` before the first arrival and after the last. */
function placeOf(trip: BusTrip, at: number): Place | null {
  const nextStop = trip.arrivals.findIndex((arrival) => arrival > at);
  if (nextStop <= 0) return null;
  const [from, to] = [trip.stops[nextStop - 1], trip.stops[nextStop]];
  const [arrived, arrives] = [trip.arrivals[nextStop - 1], trip.arrivals[nextStop]];
  if (from === undefined || to === undefined || arrived === undefined || arrives === undefined) return null;
  const bearing = kmBetween(from, to) === 0 ? null : bearingOf(from, to);
  // A driver who waits for the timetable stands longer; the ride itself is what is left.
  const leaves = Math.min(arrived + dwellMs, arrives);
  if (at < leaves) return { trip, spot: from, bearing, speed: 0, nextStop: nextStop - 1 };
  const share = (at - leaves) / (arrives - leaves);
  const spot = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share] as const;
  return { trip, spot, bearing, speed: (kmBetween(from, to) * 1e6) / (arrives - leaves), nextStop };
}
