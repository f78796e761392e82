import type { Palette } from '@flagtower/charts';
import type { MapShape } from '@flagtower/contracts';

import type { PointLevel } from './map-point.ts';

/** Path data in a box of 16; the foot of a flag stands in the middle, so that it does not hide what it tells of. */
export const glyphPaths: Readonly<Record<MapShape, string>> = {
  dot: 'M8 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8Z',
  square: 'M4 4H12V12H4Z',
  hexagon: 'M8 2.5 12.8 5.25V10.75L8 13.5 3.2 10.75V5.25Z',
  drop: 'M8 1.5C10 5.2 12.2 7.4 12.2 10a4.2 4.2 0 0 1-8.4 0C3.8 7.4 6 5.2 8 1.5Z',
  cross: 'M6 3H10V6H13V10H10V13H6V10H3V6H6Z',
  house: 'M8 2.5 13.5 7.5H12V13H4V7.5H2.5Z',
  ring: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10Z',
  flag: 'M4 14V2.5H13L10.5 5.5 13 8.5H4Z',
};

/** What says "look here" without colour, in the middle of a shape. */
export function glyphCall(shape: MapShape): string {
  return shape === 'flag' ? 'M7.5 3.6V5.7M7.5 6.7V7.5' : 'M8 5.2V8.7M8 10.1V11.3';
}

export interface GlyphPaint {
  readonly fill: string | null;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dash: readonly number[];
  /** Colour of the call; `null`: nothing calls. */
  readonly call: string | null;
}

/** Grey is normal; watch is hollow, warning and critical are filled and call; without a value the rim is broken. */
export function glyphPaint(shape: MapShape, level: PointLevel, palette: Palette): GlyphPaint {
  if (level === 'none') return { fill: palette.g0, stroke: palette.ink3, strokeWidth: 1.3, dash: [2, 1.6], call: null };
  if (level === 'watch') return { fill: palette.g0, stroke: palette.gold, strokeWidth: 2, dash: [], call: null };
  if (level === 'warning')
    return { fill: palette.gold, stroke: palette.g0, strokeWidth: 0.8, dash: [], call: palette.g1 };
  if (level === 'critical')
    return { fill: palette.son, stroke: palette.g0, strokeWidth: 0.8, dash: [], call: palette.g1 };
  if (shape === 'ring') return { fill: null, stroke: palette.pearl, strokeWidth: 1.6, dash: [], call: null };
  return {
    fill: shape === 'dot' ? palette.ink : palette.ink2,
    stroke: palette.g0,
    strokeWidth: 0.8,
    dash: [],
    call: null,
  };
}
