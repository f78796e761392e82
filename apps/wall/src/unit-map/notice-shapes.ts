import type { NoticeCell, Point } from '@flagtower/contracts';
import type { Polygon } from 'geojson';

import type { Level } from '../look/level.ts';
import { centroidOf, circleAround } from './polygon.ts';
import type { CellCollection } from './unit-feature.ts';

type NoticeLevel = 'watch' | 'warning' | 'critical';

export interface NoticeShape {
  readonly key: string;
  readonly level: NoticeLevel;
  readonly polygons: readonly Polygon[];
  /** Stretches of road, open. */
  readonly lines: readonly (readonly Point[])[];
  /** Where its mark stands: one per notice, however many areas it names. */
  readonly at: Point;
}

/**
 * What of the active notices has a place. A geocode counts where its value is the code of a cell; an area that is told by
 * name only has no place here, and the list beside the map still tells of it.
 */
export function noticeShapes(
  notices: ReadonlyMap<string, NoticeCell>,
  cells: CellCollection,
  levelOf: (notice: NoticeCell) => Level,
): NoticeShape[] {
  const cellOf = new Map(cells.features.map(({ properties, geometry }) => [properties.code, geometry]));
  return [...notices].flatMap(([key, notice]) => {
    const level = levelOf(notice);
    if (level !== 'watch' && level !== 'warning' && level !== 'critical') return [];
    const polygons = notice.areas.flatMap((area) => polygonsOf(area, cellOf));
    const at = placeOf(notice, polygons);
    const lines = notice.areas.flatMap((area) => area.lines ?? []);
    return at === null ? [] : [{ key, level, polygons, lines, at }];
  });
}

function polygonsOf(area: NoticeCell['areas'][number], cellOf: ReadonlyMap<string, Polygon>): Polygon[] {
  const drawn = area.polygons.map((ring): Polygon => ({ type: 'Polygon', coordinates: [ring] }));
  const round = area.circles
    .filter(({ radiusKm }) => radiusKm > 0)
    .map(({ center, radiusKm }) => circleAround(center, radiusKm));
  const named = area.geocodes.flatMap(({ value }) => cellOf.get(value) ?? []);
  // An area that draws itself names its units only for the record.
  return drawn.length + round.length > 0 ? [...drawn, ...round] : named;
}

function placeOf({ areas }: NoticeCell, polygons: readonly Polygon[]): Point | null {
  const [polygon] = polygons;
  if (polygon !== undefined) return centroidOf(polygon);
  const [line] = areas.flatMap(({ lines }) => lines ?? []);
  const middle = line?.[Math.floor(line.length / 2)];
  // A stretch of road is marked at its middle.
  return middle ?? areas.flatMap(({ circles }) => circles)[0]?.center ?? null;
}
