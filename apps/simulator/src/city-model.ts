import type { CityView, Unit } from '@flagtower/contracts';

import { cityDays, isoOf, type CityDays, type DayNumber } from './calendar/city-days.ts';
import { feastDays, type Story } from './story/story.ts';

/** A unit in which people live and desks work: one that no other unit of the day has as its parent. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly areaKm2: number | null;
  /** Longitude, latitude; `null`: not known, so nothing can be drawn there. */
  readonly point: readonly [number, number] | null;
}

/** What the simulator needs to know of a city. */
export interface CityModel {
  readonly id: string;
  readonly seed: number;
  readonly zone: string;
  readonly days: CityDays;
  /** South-west and north-east corner of the dense part, longitude first. */
  readonly core: CityView['map']['core'];
  readonly procedures: CityView['procedures'];
  readonly placesOn: (day: DayNumber) => readonly Place[];
  /** What happens on top of an ordinary day; `null`: nothing. */
  readonly story: Story | null;
}

/** Where the list has no population, a town of this many is assumed. */
const assumedPopulation = 20_000;

export function cityModel(city: CityView, seed: number, story: Story | null = null): CityModel {
  const known = new Map<string, readonly Place[]>();
  const placesOn = (day: DayNumber): readonly Place[] => {
    const iso = isoOf(day);
    const valid = city.units.filter(({ validFrom, validTo }) => validFrom <= iso && (validTo ?? iso) >= iso);
    const key = `${valid.length} ${valid.at(-1)?.code ?? ''}`;
    const places = known.get(key) ?? leaves(valid).map(placeOf);
    known.set(key, places);
    return places;
  };
  const { id, zone, procedures } = city;
  const days = cityDays(zone, feastDays(story, cityDays(zone)));
  return { id, seed, zone, days, core: city.map.core, procedures, placesOn, story };
}

function leaves(units: readonly Unit[]): Unit[] {
  const parents = new Set(units.map(({ parent }) => parent));
  return units.filter(({ code, level }) => level !== 'city' && level !== 'department' && !parents.has(code));
}

function placeOf({ code, names, population, areaKm2, point }: Unit): Place {
  return { code, name: names.vi, population: population ?? assumedPopulation, areaKm2, point };
}
