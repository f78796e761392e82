import { numberText, shareText } from '../number-format.ts';
import type { Palette } from '../palette.ts';
import type { ExportedCell, ExportedColumn, ExportedView } from './exported-view.ts';

/** A drawing for the middle of the picture: SVG markup of its own size, such as a chart rendered to a string. */
export interface Drawing {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

export interface PictureLook {
  readonly palette: Palette;
  readonly fontFamily: string;
  /** CSS `@font-face` rules with embedded faces: an SVG opened elsewhere has no fonts of ours. Empty: the reader's own. */
  readonly fontFaces: string;
}

const MARGIN = 24;
const ROW = 28;

/** Text for markup; control characters would make the whole document unreadable. */
export function escapedText(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * The view as one picture that explains itself: title and unit above, the drawing or else the table, and below the cut,
 * the source and the ledger's mark in its dashed frame.
 */
export function svgOf(view: ExportedView, drawing: Drawing | null, look: PictureLook): string {
  const { palette, fontFamily } = look;
  const body = drawing ?? tableDrawing(view, palette);
  const width = Math.max(body.width + 2 * MARGIN, 640);
  const bodyTop = 88;
  const footTop = bodyTop + body.height + 24;
  const height = footTop + 56;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapedText(fontFamily)}">`,
    `<title>${escapedText(view.title)}</title>`,
    look.fontFaces === '' ? '' : `<style>${look.fontFaces}</style>`,
    `<rect width="${width}" height="${height}" fill="${palette.g1}"/>`,
    `<text x="${MARGIN}" y="42" font-size="22" font-weight="600" fill="${palette.ink}">${escapedText(view.title)}</text>`,
    note(66, view.unit, palette),
    `<g transform="translate(${MARGIN} ${bodyTop})">${body.markup}</g>`,
    `<rect x="${MARGIN}" y="${footTop - 8}" width="${width - 2 * MARGIN}" height="1" fill="${palette.line2}"/>`,
    note(footTop + 16, view.cut, palette),
    note(footTop + 38, view.source, palette),
    view.mark === null ? '' : markStamp(view.mark, width, look),
    '</svg>',
  ].join('');
}

function note(y: number, text: string, palette: Palette): string {
  return `<text x="${MARGIN}" y="${y}" font-size="15" fill="${palette.ink2}">${escapedText(text)}</text>`;
}

/** Above, at the right: it must survive a careless crop of the foot. */
function markStamp(mark: string, width: number, { palette }: PictureLook): string {
  const stampWidth = 24 + mark.length * 9;
  const x = width - MARGIN - stampWidth;
  return [
    `<rect x="${x}" y="20" width="${stampWidth}" height="30" fill="${palette.g1}" stroke="${palette.gold}" stroke-width="2" stroke-dasharray="6 4"/>`,
    `<text x="${x + stampWidth / 2}" y="40.5" font-size="16" font-weight="600" text-anchor="middle" fill="${palette.gold}">${escapedText(mark)}</text>`,
  ].join('');
}

function cellText(value: ExportedCell, column: ExportedColumn, view: ExportedView): string {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  return column.kind === 'share'
    ? shareText(value, view.language, column.digits ?? 1)
    : numberText(value, view.language, column.digits ?? 0);
}

function tableDrawing(view: ExportedView, palette: Palette): Drawing {
  const texts = view.rows.map((row) => view.columns.map((column, index) => cellText(row[index] ?? null, column, view)));
  const widths = view.columns.map((column, index) =>
    Math.max(...[column.name, ...texts.map((row) => row[index] ?? '')].map((text) => 28 + text.length * 8.6)),
  );
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const width = widths.reduce((sum, one) => sum + one, 0);
  const line = (row: readonly string[], y: number, fill: string, weight: number): string =>
    row
      .map((text, index) => {
        const right = view.columns[index]?.kind !== 'text';
        const x = (starts[index] ?? 0) + (right ? (widths[index] ?? 0) - 14 : 0);
        return `<text x="${x}" y="${y}" font-size="15" font-weight="${weight}" fill="${fill}"${right ? ' text-anchor="end"' : ''}>${escapedText(text)}</text>`;
      })
      .join('');
  const head = view.columns.map((column) => column.name);
  const markup = [
    line(head, 18, palette.ink3, 400),
    ...texts.map((row, index) => {
      const y = ROW * (index + 1);
      return `<rect x="0" y="${y}" width="${width}" height="1" fill="${palette.line}"/>${line(row, y + 19, palette.ink, 500)}`;
    }),
  ].join('');
  return { markup, width, height: ROW * (texts.length + 1) };
}
