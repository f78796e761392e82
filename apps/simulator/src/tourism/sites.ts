import { minuteMs } from '../calendar/city-days.ts';
import { bell, hourOfDay } from '../calendar/rhythm.ts';
import { chanceOf } from '../chance/chance.ts';
import { normal } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import type { NgsiEntity } from '../readings/ngsi-entity.ts';
import type { MeasuringSpot } from '../readings/spots.ts';

/** Watched sites; names and numbers are invented. */
export const touristSites = { prefix: 'SITE', count: 16 } as const;

export const sitesEveryMs = 5 * minuteMs;

/** How many people are at each site, how many it holds, and the share of it that is taken. The figures are assumed. */
export function siteEntities(city: CityModel, sites: readonly MeasuringSpot[], at: number): NgsiEntity[] {
  const { hour, works, feast } = hourOfDay(city, at);
  const season = feast ? 1.9 : works ? 1 : 1.55;
  // Old streets and lakes are full in the evening, museums and temples by day.
  const load = 0.04 + 0.45 * bell(hour, 10, 1.8) + 0.4 * bell(hour, 15.5, 1.8) + 0.5 * bell(hour, 20, 1.6);
  return sites.map(({ id, point, lean }) => {
    const capacity = Math.round((900 + 800 * (1 + lean)) / 50) * 50;
    const chance = chanceOf(city.seed, 'site', id, at);
    const share = Math.max(0, load * season * (1 + 0.35 * lean) * (1 + 0.06 * normal(chance)));
    const visitors = Math.round(capacity * Math.min(share, 1.25));
    return {
      type: 'TourismPresenceObserved',
      id,
      point,
      at,
      values: {
        visitorCount: { value: visitors },
        capacity: { value: capacity, unitCode: 'C62' },
        crowding: { value: Math.round((visitors / capacity) * 1000) / 1000, unitCode: 'C62' },
      },
    };
  });
}
