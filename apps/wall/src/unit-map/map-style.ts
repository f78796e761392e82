import type { Palette } from '@flagtower/charts';
import type {
  CircleLayerSpecification,
  DataDrivenPropertyValueSpecification,
  FillLayerSpecification,
  LayerSpecification,
  LineLayerSpecification,
  SourceSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';

import { BELOW_MARK } from './labels.ts';

/** Text of the map; its files are declared in the style, and no glyph comes from a network. */
export const MAP_FONT = 'Flagtower Sans';

/** Pictures that the map draws itself. */
export type MapImage = 'hatch' | 'watch' | 'warning' | 'critical';

export const mapSources = ['units', 'labels', 'vehicles', 'notice-areas', 'marks'] as const;
export type MapSource = (typeof mapSources)[number];

/** The things of layers: they move on their own, beside all other content. */
export const pointSource = 'points';

export interface MapLook {
  readonly palette: Palette;
  /** Cell borders: the ground in the dark, the panel in the light. */
  readonly border: string;
  readonly breaks: readonly number[];
  readonly fontPx: number;
  /** CSS pixels of one pixel of the design: 2 on a 4K wall. */
  readonly unit: number;
}

const emptySource: SourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };

export function mapStyle(look: MapLook, fontFaces: StyleSpecification['font-faces']): StyleSpecification {
  return {
    version: 8,
    ...(fontFaces === undefined ? {} : { 'font-faces': fontFaces }),
    sources: Object.fromEntries([...mapSources, pointSource].map((source) => [source, emptySource])),
    layers: mapLayers(look),
  };
}

export function mapLayers(look: MapLook): LayerSpecification[] {
  return [
    ...cellLayers(look),
    ...outlineLayers(look),
    ...noticeLayers(look),
    vehicleLayer(look),
    labelLayer(look),
    pointLayer(look),
    ...markLayers(look),
  ];
}

/** `step` takes null for an error and paints its default: "not known" must be asked first. */
export function fillColor({ palette, breaks }: MapLook): DataDrivenPropertyValueSpecification<string> {
  const [lowest, ...higher] = palette.ramp;
  const steps = breaks.flatMap((border, at) => [border, higher[at] ?? lowest]);
  return ['case', ['==', ['get', 'rate'], null], 'rgba(0, 0, 0, 0)', ['step', ['get', 'rate'], lowest, ...steps]];
}

function cellLayers(look: MapLook): (FillLayerSpecification | LineLayerSpecification)[] {
  return [
    {
      id: 'unit-fill',
      type: 'fill',
      source: 'units',
      paint: { 'fill-color': fillColor(look), 'fill-opacity': ['case', ['get', 'isStale'], 0.45, 1] },
    },
    {
      id: 'unit-unknown',
      type: 'fill',
      source: 'units',
      filter: ['==', ['get', 'rate'], null],
      paint: { 'fill-pattern': 'hatch' },
    },
    { id: 'unit-border', type: 'line', source: 'units', paint: { 'line-color': look.border, 'line-width': look.unit } },
  ];
}

const outlined: Pick<LineLayerSpecification, 'type' | 'source' | 'filter' | 'layout'> = {
  type: 'line',
  source: 'units',
  filter: ['!=', ['get', 'outline'], null],
  layout: { 'line-join': 'round' },
};

/** Status colours are too near to the ramp's upper steps: a casing in the border's colour lies between them. */
function outlineLayers({ palette, border, unit }: MapLook): LineLayerSpecification[] {
  const color: DataDrivenPropertyValueSpecification<string> = [
    'match',
    ['get', 'outline'],
    'critical',
    palette.son,
    palette.gold,
  ];
  return [
    { ...outlined, id: 'outline-casing', paint: { 'line-color': border, 'line-width': 7 * unit } },
    { ...outlined, id: 'outline', paint: { 'line-color': color, 'line-width': 3 * unit } },
  ];
}

/** An area's rim is dashed; a stretch of road is drawn through, on a casing, as it has no inside to be seen by. */
function noticeLayers({ palette, border, unit }: MapLook): LineLayerSpecification[] {
  const color: DataDrivenPropertyValueSpecification<string> = [
    'match',
    ['get', 'level'],
    'critical',
    palette.son,
    palette.gold,
  ];
  const open: Pick<LineLayerSpecification, 'type' | 'source' | 'filter' | 'layout'> = {
    type: 'line',
    source: 'notice-areas',
    filter: ['get', 'isOpen'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
  };
  return [
    {
      id: 'notice-area',
      type: 'line',
      source: 'notice-areas',
      filter: ['!', ['get', 'isOpen']],
      paint: { 'line-color': color, 'line-width': 2 * unit, 'line-dasharray': [3, 2] },
    },
    { ...open, id: 'notice-line-casing', paint: { 'line-color': border, 'line-width': 7 * unit } },
    { ...open, id: 'notice-line', paint: { 'line-color': color, 'line-width': 3 * unit } },
  ];
}

/** Late: hollow and faded, so that it reads without colour. */
function vehicleLayer({ palette, unit }: MapLook): CircleLayerSpecification {
  return {
    id: 'vehicles',
    type: 'circle',
    source: 'vehicles',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 1.5 * unit, 12, 4 * unit],
      'circle-color': palette.ink,
      'circle-opacity': ['match', ['get', 'state'], 'late', 0, 0.9],
      'circle-stroke-color': palette.ink,
      'circle-stroke-width': ['match', ['get', 'state'], 'late', unit, 0],
      'circle-stroke-opacity': 0.5,
    },
  };
}

function labelLayer({ palette, fontPx, unit }: MapLook): SymbolLayerSpecification {
  return {
    id: 'labels',
    type: 'symbol',
    source: 'labels',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [MAP_FONT],
      'text-size': fontPx,
      'symbol-sort-key': ['get', 'order'],
      'text-padding': 1,
      'text-offset': ['case', ['get', 'isMarked'], ['literal', [0, BELOW_MARK]], ['literal', [0, 0]]],
    },
    paint: { 'text-color': palette.ink, 'text-halo-color': palette.g0, 'text-halo-width': 1.75 * unit },
  };
}

/** Small over the whole city, as large as drawn where streets are told apart; none is dropped for another. */
function pointLayer({ unit }: MapLook): SymbolLayerSpecification {
  return {
    id: 'points',
    type: 'symbol',
    source: pointSource,
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        8,
        ['*', 0.6 * unit, ['get', 'scale']],
        12,
        ['*', 1.1 * unit, ['get', 'scale']],
      ],
      'symbol-sort-key': ['get', 'order'],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: { 'icon-opacity': ['get', 'opacity'] },
  };
}

/** Marks say their level by shape; they are never dropped for a name. */
function markLayers({ unit }: MapLook): SymbolLayerSpecification[] {
  return [
    {
      id: 'marks',
      type: 'symbol',
      source: 'marks',
      layout: {
        'icon-image': ['get', 'level'],
        'icon-size': unit,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}
