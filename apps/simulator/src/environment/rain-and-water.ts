import { messagesOfDay } from '../alerts/alert-message.ts';
import { hourMs, isoOf, minuteMs } from '../calendar/city-days.ts';
import { chanceOf } from '../chance/chance.ts';
import { normal } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import type { NgsiEntity } from '../readings/ngsi-entity.ts';
import { measuringSpots, type MeasuringSpot } from '../readings/spots.ts';
import { floodAt } from '../story/story.ts';

/** No source tells how many there are: assumed. */
export const rainGauges = { prefix: 'RAIN', count: 24 } as const;
export const floodPoints = { prefix: 'FLOOD', count: 30 } as const;

/** Stations of 2019 told every five minutes. */
export const stationsEveryMs = 5 * minuteMs;
const rainyHour = 22;
const lowest = 0.5;

export interface WaterSpots {
  readonly gauges: readonly MeasuringSpot[];
  readonly points: readonly MeasuringSpot[];
}

/** Where rain and water are measured. @param now epoch milliseconds of the city's clock */
export function waterSpots(city: CityModel, now: number): WaterSpots {
  const places = city.placesOn(city.days.dayOf(now));
  return {
    gauges: measuringSpots(city, places, rainGauges),
    points: measuringSpots(city, places, floodPoints),
  };
}

/** Rain of the last hour in mm, and metres of water on the streets at the points that are known to flood. */
export function rainAndWater(city: CityModel, { gauges, points }: WaterSpots, at: number): NgsiEntity[] {
  const { rain, depth } = weatherAt(city, at);
  const noise = (id: string): number => normal(chanceOf(city.seed, 'rain', id, Math.floor(at / (10 * minuteMs))));
  return [
    ...gauges.map(({ id, point, lean }): NgsiEntity => {
      const value = Math.max(0, rain * (1 + 0.4 * lean + 0.15 * noise(id)));
      return {
        type: 'WeatherObserved',
        id,
        point,
        at,
        values: { precipitation: { value: Math.round(value * 10) / 10 } },
      };
    }),
    ...points.map(({ id, point, lean }): NgsiEntity => {
      // The lowest points fill first; a third of them stays dry even in a cloudburst.
      const level = Math.max(0, lowest * depth * (0.65 + lean));
      const value = Math.round(level * 100) / 100;
      return { type: 'FloodMonitoring', id, point, at, values: { currentLevel: { value, unitCode: 'MTR' } } };
    }),
  ];
}

/** An ordinary day rains while its weather warnings say so. */
function weatherAt(city: CityModel, at: number): { rain: number; depth: number } {
  const told = floodAt(city, at);
  if (told !== null) return told;
  const day = city.days.dayOf(at);
  const alerts = [day - 1, day]
    .flatMap((each) => messagesOfDay(city, each))
    .filter(({ onsetAt, expiresAt }) => {
      return onsetAt <= at && at < expiresAt;
    });
  const rains = alerts.some(({ hazard }) => hazard.id === 'rain');
  const floods = alerts.some(({ hazard }) => hazard.id === 'street-flood');
  const swing = Math.abs(normal(chanceOf(city.seed, 'rain-hour', isoOf(day), Math.floor(at / hourMs))));
  return { rain: rains || floods ? rainyHour * swing : 0, depth: floods ? 0.45 : 0 };
}
