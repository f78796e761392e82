import { hourMs, minuteMs } from '../calendar/city-days.ts';
import { hourOfDay } from '../calendar/rhythm.ts';
import { chanceOf } from '../chance/chance.ts';
import { between, happens, normal } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import { observation, type Reading } from '../readings/reading.ts';
import { measuringSpots } from '../readings/spots.ts';
import { epidemicAt } from '../story/story.ts';

export const bedsEveryMs = 15 * minuteMs;
export const dengueEveryMs = hourMs;

/** Public hospitals of the city in June 2025 (Hanoi Radio-TV). */
const hospitalCount = 42;
/** Beds of the city's hospitals (General Statistics Office, 2010: the last figure with a source). */
const beds = 11_536;
/** "Over 100%" in many about 2012 and no figure since: assumed. */
const usualShare = 0.91;
/** How much an epidemic adds. */
const epidemicShare = 0.14;

/** In so many of the quarters of a day a hospital does not know how many of its beds are taken: assumed. */
const unknownShare = 0.02;

export interface HospitalBeds {
  readonly id: string;
  /** Invented, near where people live; `null`: no place of the city has a known point. */
  readonly point: readonly [number, number] | null;
  readonly total: number;
  /** `null`: it does not know, and says so. */
  readonly taken: number | null;
}

/** Beds and those that are taken, by hospital. */
export function hospitalBeds(city: CityModel, at: number): HospitalBeds[] {
  const weights = Array.from({ length: hospitalCount }, (_, index) =>
    between(chanceOf(city.seed, 'hospital', index), 0.3, 2.2),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const points = hospitalPoints(city, at);
  return weights.map((weight, index) => {
    const id = hospitalId(index);
    const total = Math.round((beds * weight) / all);
    const chance = chanceOf(city.seed, 'beds', id, Math.floor(at / (6 * hourMs)));
    const share = usualShare + 0.05 * normal(chance) + epidemicShare * epidemicAt(city, at);
    const taken = Math.min(Math.round(total * 1.2), Math.round(total * share));
    return { id, point: points.get(id) ?? null, total, taken: happens(chance, unknownShare) ? null : taken };
  });
}

function hospitalId(index: number): string {
  return `SIM-BV-${String(index + 1).padStart(2, '0')}`;
}

function hospitalPoints(city: CityModel, at: number): ReadonlyMap<string, readonly [number, number]> {
  const spots = measuringSpots(city, city.placesOn(city.days.dayOf(at)), { prefix: 'BV', count: hospitalCount });
  return new Map(spots.map(({ id, point }) => [id, point]));
}

/** As the FHIR report of a hospital names it. */
function locationOf(id: string): string {
  return `Location/${id}`;
}

/** Dengue cases of a week by month, January first: 41 in May, 109 in July, 119 in August, 305 to 432 in November (press of 2024 and 2025); the rest assumed. */
const weeklyCases = [90, 45, 35, 38, 41, 70, 109, 119, 190, 310, 430, 210] as const;
const dayMs = 24 * hourMs;

/** Dengue cases of the seven days before a moment. */
export function dengueReading(city: CityModel, at: number): Reading {
  const day = city.days.dayOf(at);
  const date = new Date(day * dayMs);
  const month = date.getUTCMonth();
  const share = (date.getUTCDate() - 1) / 31;
  const here = weeklyCases[month] ?? weeklyCases[0];
  const next = weeklyCases[(month + 1) % 12] ?? weeklyCases[0];
  const chance = chanceOf(city.seed, 'dengue', day);
  const growth = 1 + 3 * epidemicAt(city, at);
  const value = Math.round((here + (next - here) * share) * (1 + 0.06 * normal(chance)) * growth);
  return observation({ feed: 'surveillance', entity: 'dengue', metric: 'cases-week', value, unit: '{case}', at });
}

/** A month, for whoever asks for the first time: a figure each day. Others have been told them already. */
export function earlierDengue(city: CityModel, since: number, at: number): Reading[] {
  if (since > at - dayMs) return [];
  return Array.from({ length: 30 }, (_, index) => dengueReading(city, at - (index + 1) * dayMs));
}

/** How long patients wait in the emergency department of each hospital; the numbers are assumed, with the day's rhythm. */
export function waitReadings(city: CityModel, at: number): Reading[] {
  const { hour } = hourOfDay(city, at);
  const points = hospitalPoints(city, at);
  const mean = 28 + 22 * Math.sin(((hour - 9) / 24) * 2 * Math.PI);
  return Array.from({ length: hospitalCount }, (_, index) => {
    const id = hospitalId(index);
    const usual = between(chanceOf(city.seed, 'wait', id), 0.5, 1.5);
    const now = 1 + 0.15 * normal(chanceOf(city.seed, 'waits', id, at));
    const minutes = Math.max(5, mean * usual * now * (1 + 0.8 * epidemicAt(city, at)));
    return observation({
      feed: 'emergency',
      entity: locationOf(id),
      metric: 'wait',
      value: Math.round(minutes) * 60,
      unit: 's',
      at,
      point: points.get(id),
    });
  });
}
