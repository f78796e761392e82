import type { MapShape, Point } from '@flagtower/contracts';

import type { Level } from '../look/level.ts';

/** How a point is drawn; `none`: it has no value now. */
export type PointLevel = Exclude<Level, 'lost'>;

/** One thing of a layer on the map, in terms of none of those that draw it. */
export interface MapPoint {
  readonly layer: string;
  /** What it is known by in its topic. */
  readonly key: string;
  readonly at: Point;
  readonly shape: MapShape;
  readonly level: PointLevel;
  /** 1: as large as its shape is. */
  readonly scale: number;
  /** Late is faded, stale is fainter still; what is lost is not drawn. */
  readonly age: 'live' | 'late' | 'stale';
}

/** Shared by those that draw points for themselves: opacities by age. */
export const ageOpacity: Readonly<Record<MapPoint['age'], number>> = { live: 1, late: 0.6, stale: 0.3 };
