import { numberText, type Illustration, type PictureItem, type PicturePath } from '@flagtower/charts';

import { BELOW_MARK } from './labels.ts';
import { marksOf, type MapContent } from './map-data.ts';
import { pixelOf, type MapLayout, type MapView } from './map-layout.ts';
import type { MapLook } from './map-style.ts';
import type { MapWords } from './map-words.ts';
import { rampStep } from './rate-scale.ts';
import { lineThrough, pathThrough } from './svg-map.tsx';
import type { Fleet } from './vehicles.ts';

export interface DrawnMap {
  readonly layout: MapLayout;
  readonly main: MapContent;
  readonly inset: MapContent;
  readonly look: MapLook;
  readonly words: MapWords;
  readonly language: 'vi' | 'en';
  /** `null`: the feed told of nothing. */
  readonly fleet: Fleet | null;
  readonly width: number;
  readonly height: number;
}

/** The map as it stands on the page, for a file: cells, outlines, vehicles, marks and names, the enlarged core, the legend. */
export function mapIllustration(map: DrawnMap): Illustration {
  const { layout, width, height } = map;
  const whole = { x: 0, y: 0, width, height };
  const { box: inset } = layout.inset;
  return {
    width,
    height,
    layers: [
      { box: whole, items: contentItems(map, layout.main, map.main) },
      { box: whole, items: legendItems(map) },
      {
        box: { x: inset.left, y: inset.top, width: inset.width, height: inset.height },
        items: [
          { kind: 'box', x: 0, y: 0, width: inset.width, height: inset.height, fill: map.look.palette.g0, frame: null },
          ...contentItems(map, layout.inset, map.inset),
        ],
      },
    ],
  };
}

const noLine = { stroke: null, strokeWidth: 0, dash: [], opacity: 1 } as const;

function path(d: string, how: Partial<PicturePath>): PicturePath {
  return { kind: 'path', d, x: 0, y: 0, fill: null, ...noLine, ...how };
}

function contentItems({ look }: DrawnMap, view: MapView, content: MapContent): PictureItem[] {
  return [
    ...cells(look, view, content),
    ...outlines(look, view, content),
    ...vehicles(look, view, content),
    ...marks(look, view, content),
    ...names(look, view, content),
  ];
}

function cells({ palette, breaks, border, unit }: MapLook, view: MapView, { features }: MapContent): PictureItem[] {
  return features.map(({ properties: { rate, isStale }, geometry }) => {
    const step = rampStep(rate, breaks);
    const known = step === null ? undefined : palette.ramp[step];
    // Not known is an empty cell in a dashed line: no colour of the ramp, and not zero.
    return path(pathThrough(geometry.coordinates, view), {
      fill: known ?? null,
      stroke: known === undefined ? palette.line2 : border,
      strokeWidth: unit,
      dash: known === undefined ? [3, 3] : [],
      opacity: isStale ? 0.45 : 1,
    });
  });
}

function outlines({ palette, border, unit }: MapLook, view: MapView, { features, notices }: MapContent): PictureItem[] {
  const colorOf = (level: string): string => (level === 'critical' ? palette.son : palette.gold);
  const around = features.flatMap(({ properties: { outline }, geometry }) => {
    if (outline === null) return [];
    const d = pathThrough(geometry.coordinates, view);
    return [
      path(d, { stroke: border, strokeWidth: 7 * unit }),
      path(d, { stroke: colorOf(outline), strokeWidth: 3 * unit }),
    ];
  });
  const areas = notices.map(({ level, polygons }) =>
    path(polygons.map(({ coordinates }) => pathThrough(coordinates, view)).join(''), {
      stroke: colorOf(level),
      strokeWidth: 2 * unit,
      dash: [6 * unit, 4 * unit],
    }),
  );
  const roads = notices
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ level, lines }) => {
      const d = lineThrough(lines, view);
      return [
        path(d, { stroke: border, strokeWidth: 7 * unit }),
        path(d, { stroke: colorOf(level), strokeWidth: 3 * unit }),
      ];
    });
  return [...around, ...areas, ...roads];
}

function vehicles({ palette, unit }: MapLook, view: MapView, { fleet }: MapContent): PictureItem[] {
  return fleet.drawn.map(({ at, state }) => {
    const [x, y] = pixelOf(view, at);
    const how: Partial<PicturePath> =
      state === 'live' ? { fill: palette.ink, opacity: 0.9 } : { stroke: palette.ink, strokeWidth: unit, opacity: 0.5 };
    return path(circle(2 * unit), { x, y, ...how });
  });
}

function circle(radius: number): string {
  return `M${-radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

/** The shapes of `Mark`, around their middle. */
const markShapes = {
  watch: { d: 'M0 -5.4 6 5.4H-6Z', isFilled: false },
  warning: { d: 'M0 -6.5 7 6H-7Z', isFilled: true },
  critical: { d: 'M0 -8 8 0 0 8 -8 0Z', isFilled: true },
} as const;

function mark(look: MapLook, level: keyof typeof markShapes, at: readonly [x: number, y: number]): PictureItem[] {
  const { d, isFilled } = markShapes[level];
  const color = level === 'critical' ? look.palette.son : look.palette.gold;
  const [x, y] = at;
  if (!isFilled) return [path(d, { x, y, stroke: color, strokeWidth: 2 })];
  return [
    path(d, { x, y, fill: color }),
    path('M0 -3V1.5M0 3.4V5', { x, y, stroke: look.palette.g1, strokeWidth: 1.8 }),
  ];
}

function marks(look: MapLook, view: MapView, content: MapContent): PictureItem[] {
  return marksOf(content).flatMap(({ at, level }) => mark(look, level, pixelOf(view, at)));
}

function names({ palette, fontPx }: MapLook, view: MapView, { labels }: MapContent): PictureItem[] {
  return labels.map(({ name, at, isMarked }) => {
    const [x, y] = pixelOf(view, at);
    return {
      kind: 'text',
      x,
      y: y + fontPx * (isMarked ? BELOW_MARK + 0.35 : 0.35),
      size: fontPx,
      weight: 500,
      fill: palette.ink,
      anchor: 'middle',
      text: name,
      rim: palette.g0,
    };
  });
}

const LINE = 20;

function legendItems({ layout, look, words, language, fleet, height }: DrawnMap): PictureItem[] {
  const { palette, breaks } = look;
  const digits = Math.max(0, -Math.floor(Math.log10(breaks[0] ?? 1)));
  const left = layout.main.box.width + 8;
  const line = (at: number, text: string, indent = 22): PictureItem => ({
    kind: 'text',
    x: left + indent,
    y: 24 + at * LINE,
    size: 13,
    weight: 400,
    fill: palette.ink2,
    anchor: 'start',
    text,
  });
  const ramp = palette.ramp.flatMap((color, step): PictureItem[] => [
    { kind: 'box', x: left, y: 13 + step * LINE, width: 14, height: 14, fill: color, frame: null },
    line(step, step === 0 ? '0' : numberText(breaks[step - 1] ?? 0, language, digits)),
  ]);
  const after = palette.ramp.length;
  const markAt = (row: number): readonly [number, number] => [left + 7, 20 + row * LINE];
  const fleetTexts =
    fleet === null
      ? []
      : [words.vehicles(numberText(fleet.live, language)), words.late(numberText(fleet.late, language))];
  return [
    ...ramp,
    path('M0 0H14V14H0Z', {
      x: left,
      y: 13 + after * LINE,
      stroke: palette.line2,
      strokeWidth: 1,
      dash: [3, 3],
    }),
    line(after, words.unknown),
    ...mark(look, 'critical', markAt(after + 1)),
    line(after + 1, words.critical),
    ...mark(look, 'warning', markAt(after + 2)),
    line(after + 2, words.warning),
    ...fleetTexts.map((text, index) => line(after + 3 + index, `● ${text}`, 0)),
    { ...textAt(8, height - 8, words.schematic), fill: palette.ink3 },
  ];
}

function textAt(x: number, y: number, text: string): Extract<PictureItem, { kind: 'text' }> {
  return { kind: 'text', x, y, size: 13, weight: 400, fill: '', anchor: 'start', text };
}
