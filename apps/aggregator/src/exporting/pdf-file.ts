import { cellText } from '@flagtower/charts/cell-text';
import type { ChartOrder } from '@flagtower/charts/chart-drawing';
import type { ExportedView } from '@flagtower/charts/exported-view';
import { FlagtowerError } from '@flagtower/contracts';
import PdfDocument from 'pdfkit';

import { fontFiles } from './picture-fonts.ts';
import { chartPng, paper } from './view-picture.ts';

/** Points, 72 an inch. */
const margin = 36;
const rowHeight = 16;
const textSize = 8;

type Pdf = InstanceType<typeof PdfDocument>;

/** More rows are no paper that anybody reads, and take minutes to set. */
const mostRows = 5000;

/**
 * The view on A4 pages across: the cover, the chart where it has one, and the whole table with its headings on every page.
 * @throws FlagtowerError `TOO_LARGE` where the table is too long for paper
 */
export async function pdfFile(view: ExportedView, chart: ChartOrder | null): Promise<Buffer> {
  if (view.rows.length > mostRows)
    throw new FlagtowerError('TOO_LARGE', `${String(view.rows.length)} rows are no paper`, {
      place: 'format',
      remedy: 'use csv or xlsx, or ask for a unit',
    });
  const pdf = new PdfDocument({
    size: 'A4',
    layout: 'landscape',
    margin,
    bufferPages: true,
    lang: view.language,
    info: { Title: view.title, Creator: 'Flagtower' },
  });
  const whole = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  pdf.registerFont('text', fontFiles[400]).registerFont('strong', fontFiles[600]);
  drawCover(pdf, view);
  if (chart !== null) drawChart(pdf, chart);
  drawTable(pdf, view);
  numberPages(pdf);
  pdf.end();
  return await whole;
}

function drawCover(pdf: Pdf, { title, unit, cut, source, mark }: ExportedView): void {
  const width = pdf.page.width - 2 * margin;
  if (mark !== null) {
    pdf.font('strong').fontSize(10).fillColor(paper.palette.gold);
    const wide = pdf.widthOfString(mark) + 16;
    pdf
      .rect(pdf.page.width - margin - wide, margin, wide, 20)
      .dash(4, { space: 3 })
      .stroke(paper.palette.gold)
      .undash();
    pdf.text(mark, pdf.page.width - margin - wide + 8, margin + 4, { lineBreak: false });
  }
  pdf
    .font('strong')
    .fontSize(16)
    .fillColor(paper.palette.ink)
    .text(title, margin, margin, { width: width * 0.7 });
  pdf.font('text').fontSize(9).fillColor(paper.palette.ink2);
  for (const line of [unit, cut, source]) if (line !== '') pdf.text(line, { width });
  pdf.moveDown(0.8);
}

function drawChart(pdf: Pdf, chart: ChartOrder): void {
  const width = pdf.page.width - 2 * margin;
  const height = (width * chart.height) / chart.width;
  pdf.image(chartPng(chart), margin, pdf.y, { width });
  pdf.y += height + 12;
}

function drawTable(pdf: Pdf, view: ExportedView): void {
  const rows = view.rows.map((row) => view.columns.map((column, index) => cellText(row[index] ?? null, column, view)));
  const widths = columnWidths(pdf, view, rows);
  const tableWidth = widths.reduce((sum, width) => sum + width, 0);
  let { y } = pdf;
  const line = (texts: readonly string[], font: 'text' | 'strong'): void => {
    pdf.font(font).fontSize(textSize).fillColor(paper.palette.ink);
    let x = margin;
    for (const [index, text] of texts.entries()) {
      const width = (widths[index] ?? 0) - 6;
      const align = view.columns[index]?.kind === 'text' ? 'left' : 'right';
      pdf.text(text, x, y + 4, { width, height: rowHeight - 4, align, ellipsis: true });
      x += widths[index] ?? 0;
    }
    y += rowHeight;
    pdf
      .moveTo(margin, y)
      .lineTo(margin + tableWidth, y)
      .lineWidth(0.5)
      .stroke(paper.palette.line);
  };
  const heads = view.columns.map(({ name }) => name);
  line(heads, 'strong');
  for (const row of rows) {
    if (y + 2 * rowHeight > pdf.page.height - margin) {
      pdf.addPage();
      y = margin;
      line(heads, 'strong');
    }
    line(row, 'text');
  }
}

/** What the columns ask for, shared out where it is more than the page has. */
function columnWidths(pdf: Pdf, view: ExportedView, rows: readonly (readonly string[])[]): number[] {
  pdf.font('strong').fontSize(textSize);
  const asked = view.columns.map(({ name }, index) => {
    const longest = rows.reduce(
      (most, row) => ((row[index] ?? '').length > most.length ? (row[index] ?? '') : most),
      name,
    );
    return Math.min(280, Math.max(pdf.widthOfString(longest), pdf.widthOfString(name)) + 10);
  });
  const scale = Math.min(1, (pdf.page.width - 2 * margin) / asked.reduce((sum, width) => sum + width, 0));
  return asked.map((width) => width * scale);
}

function numberPages(pdf: Pdf): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin a text would begin a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.font('text').fontSize(textSize).fillColor(paper.palette.ink2);
    const text = `${String(page + 1)}/${String(count)}`;
    pdf.text(text, margin, pdf.page.height - margin + 8, { width: pdf.page.width - 2 * margin, align: 'right' });
  }
}
