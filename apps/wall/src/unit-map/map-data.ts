import type { Point } from '@flagtower/contracts';
import type { Feature, FeatureCollection } from 'geojson';

import type { MapLabel } from './labels.ts';
import type { MapSource } from './map-style.ts';
import type { NoticeShape } from './notice-shapes.ts';
import { centroidOf } from './polygon.ts';
import type { UnitFeature } from './unit-feature.ts';
import type { Fleet } from './vehicles.ts';

/** Everything that a map shows, in terms of neither of the two that draw it. */
export interface MapContent {
  readonly features: readonly UnitFeature[];
  readonly labels: readonly MapLabel[];
  readonly fleet: Fleet;
  readonly notices: readonly NoticeShape[];
}

/**
 * The content as the sources of the style. Rates are told by their step of the ramp: a dossier more changes no colour, and
 * a source that stays the same need not be drawn again.
 */
export function sourceData(
  content: MapContent,
  breaks: readonly number[],
): Readonly<Record<MapSource, FeatureCollection>> {
  return {
    units: collection(
      content.features.map((feature) => ({
        ...feature,
        properties: { ...feature.properties, rate: stepOf(feature.properties.rate, breaks) },
      })),
    ),
    labels: collection(
      content.labels.map(({ name, at, isMarked }, order) => pointFeature(at, { name, order, isMarked })),
    ),
    vehicles: collection(content.fleet.drawn.map(({ at, state }) => pointFeature(at, { state }))),
    'notice-areas': collection(
      content.notices.flatMap(({ level, polygons, lines }) => [
        ...polygons.map((geometry): Feature => ({ type: 'Feature', geometry, properties: { level, isOpen: false } })),
        ...lines.map((line): Feature => lineFeature(line, { level, isOpen: true })),
      ]),
    ),
    marks: collection(marksOf(content).map(({ at, level }) => pointFeature(at, { level }))),
  };
}

/** The lower border of the step in which a rate lies. */
function stepOf(rate: number | null, breaks: readonly number[]): number | null {
  return rate === null ? null : (breaks.findLast((border) => border <= rate) ?? 0);
}

export interface MapMark {
  readonly key: string;
  readonly at: Point;
  readonly level: 'watch' | 'warning' | 'critical';
}

/** Units first: a notice's mark lies above. */
export function marksOf({ features, notices }: Pick<MapContent, 'features' | 'notices'>): MapMark[] {
  const units = features.flatMap(({ geometry, properties: { code, outline } }): MapMark[] =>
    outline === null ? [] : [{ key: `unit ${code}`, at: centroidOf(geometry), level: outline }],
  );
  return [...units, ...notices.map(({ key, at, level }): MapMark => ({ key: `notice ${key}`, at, level }))];
}

function collection(features: readonly Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features: [...features] };
}

function lineFeature(line: readonly Point[], properties: Feature['properties']): Feature {
  return { type: 'Feature', geometry: { type: 'LineString', coordinates: [...line] }, properties };
}

function pointFeature(at: Point, properties: Feature['properties']): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties };
}
