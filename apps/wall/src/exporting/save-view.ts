import {
  csvOf,
  pictureOf,
  pngOf,
  sheetOf,
  sheetWidths,
  svgOf,
  type BarChartOption,
  type ExportedView,
  type Illustration,
  type Palette,
} from '@flagtower/charts';

import { fontFamily } from '../look/theme.tsx';
import { download, fileName } from './download.ts';
import { embeddedFontFaces } from './font-faces.ts';

export const exportFormats = ['png', 'svg', 'csv', 'xlsx'] as const;
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
 * @param chart a chart, or what a panel draws by hand; `null`: the picture shows the table
 */
export async function saveView(
  format: ExportFormat,
  view: ExportedView,
  chart: ChartOrder | Illustration | null,
  palette: Palette,
): Promise<void> {
  const name = fileName(view.name, new Date(), format);
  if (format === 'csv') return download(name, new Blob([csvOf(view)], { type: 'text/csv;charset=utf-8' }));
  if (format === 'xlsx') return download(name, await workbookFile(view));
  const look = { palette, fontFamily };
  const content = format === 'svg' ? await svgFile(view, chart, look) : await pngFile(view, chart, look);
  download(name, content);
}

interface FileLook {
  readonly palette: Palette;
  readonly fontFamily: string;
}

async function svgFile(view: ExportedView, chart: ChartOrder | Illustration | null, look: FileLook): Promise<Blob> {
  const drawing = isChart(chart) ? (await chartDrawings()).chartDrawing(chart) : chart;
  const svg = svgOf(view, drawing, { ...look, fontFaces: await embeddedFontFaces() });
  return new Blob([svg], { type: 'image/svg+xml' });
}

async function pngFile(view: ExportedView, chart: ChartOrder | Illustration | null, look: FileLook): Promise<Blob> {
  const painted = isChart(chart) ? (await chartPictures()).chartCanvas(chart, PNG_SCALE) : chart;
  return pngOf(pictureOf(view, chart, look.palette), {
    fontFamily: look.fontFamily,
    scale: PNG_SCALE,
    chart: painted,
  });
}

function isChart(chart: ChartOrder | Illustration | null): chart is ChartOrder {
  return chart !== null && 'option' in chart;
}

/** Only who exports a chart fetches what draws it without a screen. */
const chartDrawings = async () => import('@flagtower/charts/chart-drawing');
const chartPictures = async () => import('@flagtower/charts/chart-picture');

/** The workbook's writer is fetched by who wants one. */
async function workbookFile(view: ExportedView): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/browser');
  return await writeWorkbook(sheetOf(view), { columns: sheetWidths(view) }).toBlob();
}
