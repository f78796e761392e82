import { isoOf, monthOf } from '../calendar/city-days.ts';
import { bell, hourOfDay } from '../calendar/rhythm.ts';
import { chanceOf } from '../chance/chance.ts';
import { normal } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import type { NgsiEntity } from '../readings/ngsi-entity.ts';
import type { MeasuringSpot } from '../readings/spots.ts';
import { floodAt } from '../story/story.ts';

/** Automatic stations of about 2020 (Đại biểu Nhân dân). */
export const airStations = { prefix: 'AIR', count: 35 } as const;

/** Mean PM2.5 of a month, µg/m³, January first: bad from November to March, washed out in summer. Assumed. */
const monthly = [68, 60, 55, 45, 34, 26, 24, 27, 34, 44, 56, 66] as const;

/** Hourly PM2.5 at which the index of Decision 1459/QĐ-TCMT reaches 0, 50, 100, 150, 200, 300, 400 and 500. */
const bounds = [
  [0, 0],
  [25, 50],
  [50, 100],
  [80, 150],
  [150, 200],
  [250, 300],
  [350, 400],
  [500, 500],
] as const;

/** The air at the stations as of a moment: a pure function of the city and the moment. */
export function airQuality(city: CityModel, stations: readonly MeasuringSpot[], at: number): NgsiEntity[] {
  const day = city.days.dayOf(at);
  const today = Math.exp(0.3 * normal(chanceOf(city.seed, 'air-day', isoOf(day))));
  const { hour } = hourOfDay(city, at);
  // Still air and traffic before sunrise and in the evening; the sun mixes it in the afternoon.
  const shape = 0.82 + 0.35 * bell(hour, 7, 2) + 0.3 * bell(hour, 21, 3) - 0.2 * bell(hour, 14.5, 2.5);
  const washed = 1 - 0.6 * Math.min(1, (floodAt(city, at)?.rain ?? 0) / 40);
  const mean = (monthly[monthOf(day) - 1] ?? monthly[0]) * today * shape * washed;
  return stations.map(({ id, point, lean }) => {
    const chance = chanceOf(city.seed, 'air', id, at);
    const pm25 = Math.max(3, mean * (1 + 0.25 * lean) * (1 + 0.05 * normal(chance)));
    return {
      type: 'AirQualityObserved',
      id,
      point,
      at,
      values: {
        pm25: { value: tenth(pm25), unitCode: 'GQ' },
        pm10: { value: tenth(pm25 * 1.55 + 6), unitCode: 'GQ' },
        no2: { value: tenth(18 + 26 * (shape - 0.6) + 6 * lean), unitCode: 'GQ' },
        airQualityIndex: { value: indexOf(pm25) },
      },
    };
  });
}

/** The index by PM2.5 alone, which decides it in Hanoi nearly always. */
export function indexOf(pm25: number): number {
  for (const [step, [low, from]] of bounds.entries()) {
    const [high, to] = bounds[step + 1] ?? [low, from];
    if (pm25 <= high && high > low) return Math.round(from + ((to - from) * (pm25 - low)) / (high - low));
  }
  return 500;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
