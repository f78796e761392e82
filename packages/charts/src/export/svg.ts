import type { Palette } from '../palette.ts';
import type { ExportedView } from './exported-view.ts';
import { pictureOf, type PictureBox, type PictureText, type Size } from './picture.ts';

/** A chart as SVG markup of its own size. */
export interface Drawing extends Size {
  readonly markup: string;
}

export interface PictureLook {
  readonly palette: Palette;
  readonly fontFamily: string;
  /** CSS `@font-face` rules with embedded faces: an SVG opened elsewhere has no fonts of ours. Empty: the reader's own. */
  readonly fontFaces: string;
}

/** Text for markup; control characters would make the whole document unreadable. */
export function escapedText(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The view as one SVG document, with the chart, or else the table, in its middle. */
export function svgOf(view: ExportedView, drawing: Drawing | null, look: PictureLook): string {
  const { width, height, items, chartAt } = pictureOf(view, drawing, look.palette);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapedText(look.fontFamily)}">`,
    `<title>${escapedText(view.title)}</title>`,
    look.fontFaces === '' ? '' : `<style>${look.fontFaces}</style>`,
    ...items.map((item) => (item.kind === 'text' ? textMarkup(item) : boxMarkup(item))),
    drawing === null || chartAt === null
      ? ''
      : `<g transform="translate(${chartAt.x} ${chartAt.y})">${drawing.markup}</g>`,
    '</svg>',
  ].join('');
}

function textMarkup({ x, y, size, weight, fill, anchor, text }: PictureText): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapedText(text)}</text>`;
}

function boxMarkup({ x, y, width, height, fill, frame }: PictureBox): string {
  const stroke = frame === null ? '' : ` stroke="${frame}" stroke-width="2" stroke-dasharray="6 4"`;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${stroke}/>`;
}
