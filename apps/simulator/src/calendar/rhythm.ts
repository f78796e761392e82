import type { CityModel } from '../city-model.ts';
import { hourMs } from './city-days.ts';
import { isWorkingDay } from './working-days.ts';

/** Hour of the day as a fraction, and what kind of day it is. */
export interface HourOfDay {
  readonly hour: number;
  /** Offices work. */
  readonly works: boolean;
  /** A story's Tết. */
  readonly feast: boolean;
}

export function hourOfDay({ days }: CityModel, at: number): HourOfDay {
  const day = days.dayOf(at);
  return { hour: (at - days.startOf(day)) / hourMs, works: isWorkingDay(day, days), feast: days.feast.has(day) };
}

/** A bell around an hour of the day, 1 at its top; midnight does not cut it. */
export function bell(hour: number, top: number, width: number): number {
  const away = Math.abs(hour - top);
  const distance = Math.min(away, 24 - away);
  return Math.exp(-((distance / width) ** 2) / 2);
}

/** Half of the city has gone home for Tết; assumed. */
const feastStreets = 0.5;

/**
 * How full the streets are, about 0 at night to 1 at a peak: the peaks of the city's rule of January 2026, 06:00–09:00 and
 * 16:00–19:30 on working days; the shape between them is assumed.
 */
export function streetLoad({ hour, works, feast }: HourOfDay): number {
  const day = 0.5 * bell(hour, 13, 4.5);
  const peaks = works ? 0.85 * bell(hour, 7.6, 0.9) + 0.9 * bell(hour, 17.7, 1.1) : 0.3 * bell(hour, 18.5, 2.5);
  return Math.min(1, 0.06 + (feast ? feastStreets : 1) * (day + peaks));
}

/** How busy people are outdoors, 0 at night to 1: calls, visits and footfall follow it. The shape is assumed. */
export function dayLoad({ hour }: HourOfDay): number {
  return Math.min(1, 0.12 + 0.75 * bell(hour, 10, 3) + 0.8 * bell(hour, 18, 3));
}
