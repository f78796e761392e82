import { csvOf } from '@flagtower/charts/csv';
import { sheetOf, sheetWidths } from '@flagtower/charts/sheet';
import writeWorkbook from 'write-excel-file/node';

import type { Exported } from './exported-view.ts';

export const exportFormats = ['csv', 'xlsx', 'png', 'svg', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
};

/**
 * A view as a file. A picture shows the chart of a view that has one, else its table.
 * @throws FlagtowerError `TOO_LARGE` where a table is too long for a picture
 */
export async function viewFile({ view, chart }: Exported, format: ExportFormat): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(csvOf(view));
  if (format === 'xlsx')
    return await writeWorkbook(sheetOf(view), { sheet: sheetName(view.title), columns: sheetWidths(view) }).toBuffer();
  // Charts, fonts and a painter are fetched by who wants a picture.
  if (format === 'pdf') return await (await import('./pdf-file.ts')).pdfFile(view, chart);
  const { pngFile, svgFile } = await import('./view-picture.ts');
  return format === 'png' ? pngFile(view, chart) : Buffer.from(await svgFile(view, chart));
}

/** A workbook's sheet may have 31 letters, and none of a few signs. */
function sheetName(title: string): string {
  return title.replaceAll(/[[\]*/\\?:]/g, ' ').slice(0, 31);
}
