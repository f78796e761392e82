import type { Palette } from '../palette.ts';
import type { ExportedView } from './exported-view.ts';
import {
  pictureOf,
  type Illustration,
  type PictureBox,
  type PictureItem,
  type PicturePath,
  type PictureText,
  type Size,
} from './picture.ts';

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

/** The view as one SVG document, with the chart or illustration, or else the table, in its middle. */
export function svgOf(view: ExportedView, drawing: Drawing | Illustration | null, look: PictureLook): string {
  const { width, height, items, chartAt } = pictureOf(view, drawing, look.palette);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapedText(look.fontFamily)}">`,
    `<title>${escapedText(view.title)}</title>`,
    look.fontFaces === '' ? '' : `<style>${look.fontFaces}</style>`,
    ...items.map(itemMarkup),
    drawing === null || chartAt === null
      ? ''
      : `<g transform="translate(${chartAt.x} ${chartAt.y})">${'markup' in drawing ? drawing.markup : layersMarkup(drawing)}</g>`,
    '</svg>',
  ].join('');
}

function layersMarkup({ layers }: Illustration): string {
  return layers
    .map(
      ({ box: { x, y, width, height }, items }) =>
        `<svg x="${x}" y="${y}" width="${width}" height="${height}" overflow="hidden">${items.map(itemMarkup).join('')}</svg>`,
    )
    .join('');
}

function itemMarkup(item: PictureItem): string {
  if (item.kind === 'text') return textMarkup(item);
  return item.kind === 'box' ? boxMarkup(item) : pathMarkup(item);
}

function pathMarkup({ d, x, y, fill, stroke, strokeWidth, dash, opacity }: PicturePath): string {
  const line =
    stroke === null
      ? ''
      : ` stroke="${stroke}" stroke-width="${strokeWidth}" stroke-linejoin="round"${dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`}`;
  return `<path transform="translate(${x} ${y})" d="${d}" fill="${fill ?? 'none'}" opacity="${opacity}"${line}/>`;
}

function textMarkup({ x, y, size, weight, fill, anchor, text, rim }: PictureText): string {
  const halo =
    rim === undefined ? '' : ` stroke="${rim}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"`;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"${halo}>${escapedText(text)}</text>`;
}

function boxMarkup({ x, y, width, height, fill, frame }: PictureBox): string {
  const stroke = frame === null ? '' : ` stroke="${frame}" stroke-width="2" stroke-dasharray="6 4"`;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${stroke}/>`;
}
