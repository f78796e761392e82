import type { Palette } from '../palette.ts';
import { cellText } from './cell-text.ts';
import type { ExportedView } from './exported-view.ts';

export interface PictureText {
  readonly kind: 'text';
  /** Of the base line. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: 400 | 500 | 600;
  readonly fill: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  /** Colour of a rim that keeps a text readable on any ground; absent: none. */
  readonly rim?: string;
}

export interface PictureBox {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  /** A dashed frame; `null`: none. */
  readonly frame: string | null;
}

export interface PicturePath {
  readonly kind: 'path';
  /** SVG path data, measured from `x`, `y`. */
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  readonly dash: readonly number[];
  readonly opacity: number;
}

export type PictureItem = PictureText | PictureBox | PicturePath;

/** What is drawn by hand in a sheet's middle, such as a map: layers in order, each cut at its own box. */
export interface Illustration extends Size {
  readonly layers: readonly {
    readonly box: Size & { readonly x: number; readonly y: number };
    /** Measured from the box's corner. */
    readonly items: readonly PictureItem[];
  }[];
}

/** A finished sheet in pixels, before it is written as SVG or painted as PNG: both show the same. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PictureItem[];
  /** Where the chart's or illustration's upper left corner comes to lie; `null`: the sheet shows a table. */
  readonly chartAt: { readonly x: number; readonly y: number } | null;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const BODY_TOP = 88;
const ROW = 28;
/** Mean width of a letter at 15 pixels, rather too wide: a text must not run into its neighbour. */
const LETTER = 8.6;

/**
 * A sheet that explains itself: title and unit above, the chart or else the table, below it the cut and the source, and
 * the ledger's mark in its dashed frame at the top, where a careless crop of the foot leaves it.
 */
export function pictureOf(view: ExportedView, chart: Size | null, palette: Palette): Picture {
  const table = chart === null ? tableOf(view, palette) : null;
  const body = chart ?? table ?? { width: 0, height: 0 };
  const width = Math.max(body.width + 2 * MARGIN, 640);
  const footTop = BODY_TOP + body.height + 24;
  const height = footTop + 56;
  const items: PictureItem[] = [
    box(0, 0, { width, height }, palette.g1),
    { ...text(MARGIN, 42, view.title, palette.ink), size: 22, weight: 600 },
    text(MARGIN, 66, view.unit, palette.ink2),
    ...(table?.items ?? []),
    box(MARGIN, footTop - 8, { width: width - 2 * MARGIN, height: 1 }, palette.line2),
    text(MARGIN, footTop + 16, view.cut, palette.ink2),
    text(MARGIN, footTop + 38, view.source, palette.ink2),
    ...(view.mark === null ? [] : stamp(view.mark, width, palette)),
  ];
  return { width, height, items, chartAt: chart === null ? null : { x: MARGIN, y: BODY_TOP } };
}

function text(x: number, y: number, words: string, fill: string): PictureText {
  return { kind: 'text', x, y, size: 15, weight: 400, fill, anchor: 'start', text: words };
}

function box(x: number, y: number, { width, height }: Size, fill: string): PictureBox {
  return { kind: 'box', x, y, width, height, fill, frame: null };
}

function stamp(mark: string, width: number, palette: Palette): (PictureText | PictureBox)[] {
  const stampWidth = 24 + mark.length * 9;
  const x = width - MARGIN - stampWidth;
  return [
    { ...box(x, 20, { width: stampWidth, height: 30 }, palette.g1), frame: palette.gold },
    { ...text(x + stampWidth / 2, 40.5, mark, palette.gold), size: 16, weight: 600, anchor: 'middle' },
  ];
}

function tableOf(
  view: ExportedView,
  palette: Palette,
): Size & { readonly items: readonly (PictureText | PictureBox)[] } {
  const texts = view.rows.map((row) => view.columns.map((column, index) => cellText(row[index] ?? null, column, view)));
  const widths = view.columns.map(({ name }, index) =>
    Math.max(...[name, ...texts.map((row) => row[index] ?? '')].map((words) => 28 + words.length * LETTER)),
  );
  const width = widths.reduce((sum, one) => sum + one, 0);
  const line = (row: readonly string[], y: number, look: Pick<PictureText, 'fill' | 'weight'>): PictureText[] =>
    row.map((words, index) => {
      const start = MARGIN + widths.slice(0, index).reduce((sum, one) => sum + one, 0);
      const isNumber = view.columns[index]?.kind !== 'text';
      const x = isNumber ? start + (widths[index] ?? 0) - 14 : start;
      return { ...text(x, y, words, look.fill), weight: look.weight, anchor: isNumber ? 'end' : 'start' };
    });
  const names = view.columns.map(({ name }) => name);
  const items = [
    ...line(names, BODY_TOP + 18, { fill: palette.ink3, weight: 400 }),
    ...texts.flatMap((row, index) => {
      const y = BODY_TOP + ROW * (index + 1);
      return [
        box(MARGIN, y, { width, height: 1 }, palette.line),
        ...line(row, y + 19, { fill: palette.ink, weight: 500 }),
      ];
    }),
  ];
  return { width, height: ROW * (texts.length + 1), items };
}
