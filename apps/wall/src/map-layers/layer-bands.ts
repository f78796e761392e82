import type { AirQuality, FeedEntity, MapBand, MapLayer } from '@flagtower/contracts';
import { airScaleOn } from '@flagtower/domain';

/** What tells of the things of a layer, with the bands that hold on a day. */
export type ReadingsLayer = Extract<MapLayer['tells'], { kind: 'readings' }>;

/** An index of air has the bands that are official on the day; other layers bring theirs. */
export function bandsOn(tells: ReadingsLayer, air: AirQuality | null, day: string | null): readonly MapBand[] {
  if (air === null || air.feed !== tells.feed || air.metric !== tells.metric) return tells.bands;
  const scale = day === null ? null : airScaleOn(air.scales, day);
  return scale?.bands ?? [];
}

/** The value that a layer draws; `null`: none is known, which is not 0. */
export function drawnValue({ metrics }: Pick<FeedEntity, 'metrics'>, { metric, over }: ReadingsLayer): number | null {
  const value = metrics[metric]?.value ?? null;
  if (over === null) return value;
  const whole = metrics[over]?.value ?? null;
  return value === null || whole === null || whole === 0 ? null : value / whole;
}

/** The band of a value; -1: below all of them, or there are none. Bands go from the lowest on. */
export function bandIndex(bands: readonly MapBand[], value: number): number {
  return bands.findLastIndex(({ from }) => from === null || from <= value);
}

/** Where no band judges, more is larger: half a size less for the lowest, half a size more for the highest. */
export function scaleOf(bands: readonly MapBand[], index: number): number {
  if (bands.length < 2 || bands.some(({ level }) => level !== 'normal')) return 1;
  return 0.6 + (0.8 * Math.max(0, index)) / (bands.length - 1);
}
