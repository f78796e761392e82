import type { Language } from './language.ts';
import type { Palette } from './palette.ts';

/** What every chart needs to know of the place it is drawn in. */
export interface ChartLook {
  readonly language: Language;
  readonly palette: Palette;
  /** A CSS font family list; its digits must all have one width. */
  readonly fontFamily: string;
  /** Device-independent pixels of one pixel of the 1920 × 1080 design: 2 on a 4K wall. */
  readonly unit: number;
  /** The zone in which the ledger cuts its days. */
  readonly zone: string;
}

/** Hatching for what is not complete yet: stripes at 45 degrees in `color` on nothing. */
export function hatch(color: string, unit: number): object {
  return {
    symbol: 'rect',
    color,
    backgroundColor: 'transparent',
    dashArrayX: [1, 0],
    dashArrayY: [2 * unit, 3 * unit],
    rotation: -Math.PI / 4,
  };
}
