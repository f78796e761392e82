import { minuteMs } from '../calendar/city-days.ts';
import { hourOfDay, streetLoad } from '../calendar/rhythm.ts';
import { chanceOf } from '../chance/chance.ts';
import { normal } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import { floodAt } from '../story/story.ts';
import type { RoadSegment } from './road-segments.ts';

/** Luck on a road holds for five minutes: to tell it every minute would only be load. */
export const roadsEveryMs = 2 * minuteMs;

/** How a stretch of road runs at a moment. */
export interface RoadTraffic {
  readonly segment: RoadSegment;
  /** km/h, mean of the frame. */
  readonly speed: number;
  /** Vehicles an hour. */
  readonly flow: number;
}

const frameMs = 300_000;
const slowest = 4;
/** What water on the street leaves of the speed. */
const speedInWater = 0.45;

/** A pure function of the city, the stretch and the moment; luck holds for five minutes. */
export function roadTraffic(city: CityModel, segment: RoadSegment, at: number): RoadTraffic {
  const chance = chanceOf(city.seed, 'road-traffic', segment.id, Math.floor(at / frameMs));
  const load = streetLoad(hourOfDay(city, at)) * segment.strain * (1 + 0.06 * normal(chance));
  const wet = floodAt(city, at);
  const water = wet === null ? 1 : 1 - (1 - speedInWater) * wet.depth;
  // Below nine tenths of what it can take a road slows little; above that it breaks down.
  const calm = 1 - 0.25 * Math.min(load, 0.9) ** 2;
  const jam = load <= 0.9 ? 1 : Math.max(0.12, 1 - 3.2 * (load - 0.9));
  const speed = Math.max(slowest, segment.freeSpeed * calm * jam * water * (1 + 0.03 * normal(chance)));
  const flow = segment.capacity * Math.min(load, 1) * (0.55 + 0.45 * jam) * water;
  return { segment, speed: Math.round(speed * 10) / 10, flow: Math.round(flow) };
}
