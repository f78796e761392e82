import { hourMs, isoOf, minuteMs, type CityDays, type DayNumber } from '../calendar/city-days.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { chanceOf } from '../chance/chance.ts';
import { normal } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import { floodAt } from '../story/story.ts';
import type { BusRoute } from './bus-route.ts';
import { kmBetween, type Spot } from './plane.ts';

/** One run of one bus, with every moment of it. */
export interface BusTrip {
  readonly id: string;
  readonly routeId: string;
  readonly direction: 0 | 1;
  /** `20261124`, `05:30:00` */
  readonly startDate: string;
  readonly startTime: string;
  readonly vehicle: string;
  readonly stops: readonly Spot[];
  /** Epoch milliseconds, a moment for each stop; it stands at a stop from its arrival for the dwell time. */
  readonly planned: readonly number[];
  readonly arrivals: readonly number[];
}

export const dwellMs = 20_000;
const firstHour = 5;
const lastHour = 21.5;
/** Runs never take longer: who looks for running buses need not look further back. */
export const longestTripMs = 3 * hourMs;
const fleetOfDirection = 40;

/** Peak hours of the city's rule of January 2026: 06:00–09:00 and 16:00–19:30, on working days. */
function isPeak(hour: number, day: DayNumber, days: CityDays): boolean {
  return isWorkingDay(day, days) && ((hour >= 6 && hour < 9) || (hour >= 16 && hour < 19.5));
}

/** Kilometres an hour while it moves; stops come on top. */
function plannedSpeed(hour: number, day: DayNumber, days: CityDays): number {
  if (isPeak(hour, day, days)) return 18;
  return hour < 6 || hour >= 20 ? 30 : 24;
}

export interface Departure {
  readonly route: BusRoute;
  readonly direction: 0 | 1;
  readonly day: DayNumber;
  /** Since midnight, in minutes. */
  readonly minute: number;
  readonly number: number;
}

/** A day's departures of a line in both directions, in the order of time for each. */
export function departuresOf(city: CityModel, route: BusRoute, day: DayNumber): Departure[] {
  return ([0, 1] as const).flatMap((direction) => {
    const found: Departure[] = [];
    const chance = chanceOf(city.seed, 'timetable', route.id, direction);
    const offset = Math.floor(chance() * 12);
    for (let minute = firstHour * 60 + offset; minute <= lastHour * 60;) {
      found.push({ route, direction, day, minute, number: found.length });
      minute += isPeak(minute / 60, day, city.days) ? 15 : 20;
    }
    return found;
  });
}

export function departsAt({ days }: CityModel, { day, minute }: Departure): number {
  return days.startOf(day) + minute * minuteMs;
}

/** A pure function of the city's seed and the departure. */
export function busTrip(city: CityModel, departure: Departure): BusTrip {
  const { route, direction, day, minute, number } = departure;
  const stops = direction === 0 ? route.stops : route.stops.toReversed();
  const start = departsAt(city, departure);
  const hhmm = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const { planned, arrivals } = times(city, departure, stops, start);
  return {
    id: `${route.id}-${direction}-${hhmm.replace(':', '')}`,
    routeId: route.id,
    direction,
    startDate: isoOf(day).replaceAll('-', ''),
    startTime: `${hhmm}:00`,
    vehicle: `sim-bus-${route.id.slice(4)}-${direction}-${String(number % fleetOfDirection).padStart(2, '0')}`,
    stops,
    planned,
    arrivals,
  };
}

function times(
  city: CityModel,
  { route, direction, day, minute }: Departure,
  stops: readonly Spot[],
  start: number,
): Pick<BusTrip, 'planned' | 'arrivals'> {
  const chance = chanceOf(city.seed, 'trip', isoOf(day), route.id, direction, minute);
  // How the street runs today, told per line and hour: neighbours in the same jam are late together.
  const jam = chanceOf(city.seed, 'jam', isoOf(day), route.id, Math.floor(minute / 60));
  const peak = isPeak(minute / 60, day, city.days);
  const slowness = 1.01 + (peak ? 0.08 : 0.06) * normal(jam) + (peak ? 0.035 : 0.01);
  let plannedAt = start;
  let at = start + Math.max(0, 25_000 * normal(chance));
  const planned = [plannedAt];
  const arrivals = [at];
  for (const [index, to] of stops.slice(1).entries()) {
    const km = kmBetween(stops[index] ?? to, to);
    const ride = (km / plannedSpeed(minute / 60 + (plannedAt - start) / hourMs, day, city.days)) * hourMs;
    // A driver who is early waits at the stop.
    const leaves = Math.max(at + dwellMs, plannedAt + dwellMs - 40_000);
    plannedAt += dwellMs + ride;
    // A bus goes through water at a walking pace, or around it.
    const water = 1 + 1.2 * (floodAt(city, leaves)?.depth ?? 0);
    at = leaves + ride * slowness * water * Math.exp(0.16 * normal(chance));
    planned.push(plannedAt);
    arrivals.push(at);
  }
  return { planned, arrivals };
}
