import { chartDrawing, type ChartOrder } from '@flagtower/charts/chart-drawing';
import type { ExportedView } from '@flagtower/charts/exported-view';
import { palettes } from '@flagtower/charts/palette';
import { svgOf } from '@flagtower/charts/svg';
import { FlagtowerError } from '@flagtower/contracts';
import { Resvg } from '@resvg/resvg-js';

import { embeddedFaces, fontFiles, pictureFamily } from './picture-fonts.ts';

/** Ink on paper: what leaves here is printed and pasted, not hung on a wall. */
export const paper = { palette: palettes.light, fontFamily: `'${pictureFamily}', sans-serif` };

/** More rows are no picture any more. */
const mostRows = 400;

/**
 * The view as one SVG document: the chart, or else the table.
 * @throws FlagtowerError `TOO_LARGE` where the table is too long for a picture
 */
export async function svgFile(view: ExportedView, chart: ChartOrder | null): Promise<string> {
  return svgOf(view, drawingOf(view, chart), { ...paper, fontFaces: await embeddedFaces() });
}

/** The same as PNG, twice as fine as its pixels where it is not too long for that. */
export function pngFile(view: ExportedView, chart: ChartOrder | null): Buffer {
  const isLong = chart === null && view.rows.length > 60;
  return paintedAs(svgOf(view, drawingOf(view, chart), { ...paper, fontFaces: '' }), isLong ? 1 : 2);
}

/** A chart alone, fine enough to be printed. */
export function chartPng(chart: ChartOrder): Buffer {
  return paintedAs(chartDrawing(chart).markup, 3);
}

function drawingOf(view: ExportedView, chart: ChartOrder | null): ReturnType<typeof chartDrawing> | null {
  if (chart !== null) return chartDrawing(chart);
  if (view.rows.length <= mostRows) return null;
  throw new FlagtowerError('TOO_LARGE', `${String(view.rows.length)} rows are no picture`, {
    place: 'format',
    remedy: 'use csv, xlsx or pdf, or ask for a unit',
  });
}

function paintedAs(svg: string, zoom: number): Buffer {
  const font = { fontFiles: Object.values(fontFiles), loadSystemFonts: false, defaultFontFamily: pictureFamily };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } }).render().asPng();
}
