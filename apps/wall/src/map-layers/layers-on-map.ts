import type { NoticeCell, Point } from '@flagtower/contracts';
import type { Feature, FeatureCollection } from 'geojson';

import type { LivePoints } from './live-points.ts';
import { ageOpacity, type MapPoint } from './map-point.ts';

/** What lies under a press: things of layers and notices, the nearest first. */
export interface Pressed {
  readonly points: readonly MapPoint[];
  /** Keys of notices. */
  readonly notices: readonly string[];
  /** On the screen. */
  readonly x: number;
  readonly y: number;
}

/** Layers as a map takes them. */
export interface LayersOnMap {
  readonly live: LivePoints;
  /** Whose notices are drawn. */
  readonly hasNotice: (notice: NoticeCell) => boolean;
  readonly onPress: (pressed: Pressed | null) => void;
}

/** A finger is wider than a bus. */
const REACH_PX = 14;
/** More than these nobody tells apart under one press: the map has to be enlarged. */
const MOST_PRESSED = 6;

/**
 * @param pixelOf pixels of a place in the map that was pressed
 * @param at the press in the same pixels
 */
export function pressedAt(
  {
    points,
    notices,
  }: { readonly points: readonly MapPoint[]; readonly notices: readonly { key: string; at: Point }[] },
  pixelOf: (at: Point) => readonly [x: number, y: number],
  at: readonly [x: number, y: number],
): Pick<Pressed, 'points' | 'notices'> | null {
  const near = <T extends { readonly at: Point }>(all: readonly T[]): T[] =>
    all
      .map((one) => {
        const [x, y] = pixelOf(one.at);
        return { one, distance: Math.hypot(x - at[0], y - at[1]) };
      })
      .filter(({ distance }) => distance <= REACH_PX)
      .toSorted((one, other) => one.distance - other.distance)
      .slice(0, MOST_PRESSED)
      .map(({ one }) => one);
  const found = { points: near(points), notices: near(notices).map(({ key }) => key) };
  return found.points.length + found.notices.length === 0 ? null : found;
}

const levelOrder = ['none', 'normal', 'watch', 'warning', 'critical'] as const;

/** The points as the source of a style: what calls lies above what does not. */
export function pointFeatures(points: readonly MapPoint[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: points.map(({ at, shape, level, scale, age }): Feature => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...at] },
      properties: {
        icon: `${shape}-${level}`,
        scale: isCalling(level) ? scale * 1.3 : scale,
        order: levelOrder.indexOf(level),
        opacity: ageOpacity[age],
      },
    })),
  };
}

export function isCalling(level: MapPoint['level']): boolean {
  return level === 'warning' || level === 'critical';
}
