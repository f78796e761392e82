import {
  csvOf,
  pictureOf,
  pngOf,
  svgOf,
  type BarChartOption,
  type ExportedView,
  type Palette,
} from '@flagtower/charts';

import { fontFamily } from '../look/theme.tsx';
import { download, fileName } from './download.ts';
import { embeddedFontFaces } from './font-faces.ts';

export const exportFormats = ['png', 'svg', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A chart and the size of its picture, in pixels of the picture. */
export interface ChartOrder {
  readonly option: BarChartOption;
  readonly width: number;
  readonly height: number;
}

/** A picture twice as fine as the screen's pixels can be printed. */
const PNG_SCALE = 2;

/**
 * Makes a file of what a panel shows and hands it to the person.
 * @param chart `null`: the picture shows the table
 */
export async function saveView(
  format: ExportFormat,
  view: ExportedView,
  chart: ChartOrder | null,
  palette: Palette,
): Promise<void> {
  const name = fileName(view.name, new Date(), format);
  if (format === 'csv') return download(name, new Blob([csvOf(view)], { type: 'text/csv;charset=utf-8' }));
  // Only who exports a chart fetches what draws it without a screen.
  const draw = chart === null ? null : await import('@flagtower/charts/chart-picture');
  if (format === 'svg') {
    const drawing = chart === null || draw === null ? null : draw.chartDrawing(chart);
    const svg = svgOf(view, drawing, { palette, fontFamily, fontFaces: await embeddedFontFaces() });
    return download(name, new Blob([svg], { type: 'image/svg+xml' }));
  }
  const canvas = chart === null || draw === null ? null : draw.chartCanvas(chart, PNG_SCALE);
  const picture = pictureOf(view, chart, palette);
  return download(name, await pngOf(picture, { fontFamily, scale: PNG_SCALE, chart: canvas }));
}
