import { hourMs, isoOf, minuteMs, monthOf } from '../calendar/city-days.ts';
import { dayLoad, hourOfDay } from '../calendar/rhythm.ts';
import { chanceOf } from '../chance/chance.ts';
import { normal } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import { observation, type Reading } from '../readings/reading.ts';

export const visitorsEveryMs = 15 * minuteMs;

/**
 * Visitors of a day in November 2025: 851.000 from abroad and 1,65 million of the country in the month (VietNamNet). The
 * other months, by share of it, are assumed around 496.450 from abroad in June and 695.000 in October 2025.
 */
const inNovember = { international: 28_367, domestic: 55_000 } as const;
const monthShare = {
  international: [0.85, 0.8, 0.88, 0.8, 0.65, 0.58, 0.62, 0.66, 0.7, 0.81, 1, 0.98],
  domestic: [0.9, 1.2, 1.1, 1.05, 1.05, 1.39, 1.35, 1.25, 1.05, 0.95, 1, 1],
} as const;

/** Rooms of 2025 (71.256, VietNamNet) by rank; how they are shared among the ranks is assumed. */
const ranks = [
  { id: '5-sao', rooms: 8200, lean: 0.03 },
  { id: '4-sao', rooms: 5400, lean: 0.02 },
  { id: '3-sao', rooms: 6900, lean: 0 },
  { id: '2-sao', rooms: 8100, lean: -0.02 },
  { id: '1-sao', rooms: 6000, lean: -0.03 },
  { id: 'chua-xep-hang', rooms: 36_656, lean: -0.05 },
] as const;
/** Occupancy by month: 63,79% in June, 59,9% in October and 73,4% in November 2025 (press); the others assumed. */
const occupancy = [0.66, 0.62, 0.66, 0.64, 0.61, 0.638, 0.63, 0.62, 0.6, 0.599, 0.734, 0.7] as const;
/** The load of a day's hours on average, so that a day has the visitors it should have. */
const meanLoad = 0.62;

/**
 * How many more come at Tết; assumed. (The one figure with a source, 374.560 in the week of 14 to 20 February 2018 of Kinh tế &
 * Đô thị, is of a time with fewer visitors on every day.)
 */
const atTet = { international: 1.15, domestic: 1.7 } as const;

/** Arrivals of the quarter of an hour that ends at `at`, by where they are from. */
export function arrivalReadings(city: CityModel, at: number): Reading[] {
  const day = city.days.dayOf(at);
  const { works, feast } = hourOfDay(city, at);
  const load = dayLoad(hourOfDay(city, at)) / meanLoad;
  return (['international', 'domestic'] as const).map((origin) => {
    const chance = chanceOf(city.seed, 'arrivals', origin, at);
    const dayOff = origin === 'domestic' && !works ? 1.35 : 1;
    const season = feast ? atTet[origin] : dayOff;
    const mean = inNovember[origin] * (monthShare[origin][monthOf(day) - 1] ?? 1) * season;
    const value = Math.round(mean * (visitorsEveryMs / (24 * hourMs)) * load * (1 + 0.05 * normal(chance)));
    return observation({
      feed: 'arrivals',
      entity: origin,
      metric: `${origin}-arrivals`,
      value,
      unit: '{visitor}',
      at,
    });
  });
}

/** Rooms and those that are let, by rank. */
export function roomReadings(city: CityModel, at: number): Reading[] {
  const day = city.days.dayOf(at);
  const usual = occupancy[monthOf(day) - 1] ?? occupancy[0];
  return ranks.flatMap(({ id, rooms, lean }) => {
    const chance = chanceOf(city.seed, 'rooms', id, isoOf(day));
    const share = Math.min(0.99, usual + lean + 0.03 * normal(chance));
    const told = (metric: string, value: number): Reading =>
      observation({ feed: 'hotels', entity: id, metric, value, unit: '{room}', at });
    return [told('rooms', rooms), told('rooms-let', Math.round(rooms * share))];
  });
}
