import type { Palette } from '@flagtower/charts';
import { mapShapeSchema, type MapShape } from '@flagtower/contracts';

import { glyphCall, glyphPaint, glyphPaths } from './glyph-shapes.ts';
import type { PointLevel } from './map-point.ts';

const BOX = 16;
const levels: readonly PointLevel[] = ['none', 'normal', 'watch', 'warning', 'critical'];

/** Every glyph there is, by the name that a map's layer asks for. */
export const glyphNames: readonly { readonly name: string; readonly shape: MapShape; readonly level: PointLevel }[] =
  mapShapeSchema.options.flatMap((shape) => levels.map((level) => ({ name: `${shape}-${level}`, shape, level })));

/** Draws a glyph around the pen's origin, `px` wide. */
export function drawGlyph(
  pen: CanvasRenderingContext2D,
  { shape, level, px, palette }: { shape: MapShape; level: PointLevel; px: number; palette: Palette },
): void {
  const { fill, stroke, strokeWidth, dash, call } = glyphPaint(shape, level, palette);
  pen.save();
  pen.scale(px / BOX, px / BOX);
  pen.translate(-BOX / 2, -BOX / 2);
  const outline = new Path2D(glyphPaths[shape]);
  if (fill !== null) {
    pen.fillStyle = fill;
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a pen fills a path, no array
    pen.fill(outline);
  }
  pen.strokeStyle = stroke;
  pen.lineWidth = strokeWidth;
  pen.setLineDash([...dash]);
  pen.stroke(outline);
  if (call !== null) {
    pen.setLineDash([]);
    pen.strokeStyle = call;
    pen.lineWidth = 1.6;
    pen.stroke(new Path2D(glyphCall(shape)));
  }
  pen.restore();
}

/** A glyph as MapLibre takes pictures; `null`: this browser draws no canvas. */
export function glyphPicture(
  shape: MapShape,
  level: PointLevel,
  palette: Palette,
  ratio: number,
): { width: number; height: number; data: Uint8ClampedArray } | null {
  const canvas = document.createElement('canvas');
  const length = BOX * ratio;
  canvas.width = length;
  canvas.height = length;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.translate(length / 2, length / 2);
  drawGlyph(pen, { shape, level, px: length, palette });
  return { width: length, height: length, data: pen.getImageData(0, 0, length, length).data };
}
