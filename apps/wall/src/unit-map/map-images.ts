import type { Palette } from '@flagtower/charts';

import type { MapImage } from './map-style.ts';

/** What MapLibre takes for a picture. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Pixels per CSS pixel of the pictures. */
export const PICTURE_RATIO = 2;
const MARK_PX = 16;
const HATCH_PX = 16;

/** Lines from lower left to upper right that go on from tile to tile. */
export function hatchPicture(color: string): Picture {
  const data = new Uint8ClampedArray(HATCH_PX * HATCH_PX * 4);
  const [red, green, blue] = channels(color);
  for (let y = 0; y < HATCH_PX; y += 1) {
    for (let x = 0; x < HATCH_PX; x += 1) {
      if ((x + y) % 8 >= 2) continue;
      data.set([red, green, blue, 255], (y * HATCH_PX + x) * 4);
    }
  }
  return { width: HATCH_PX, height: HATCH_PX, data };
}

/** The marks of the wall, drawn for a map: the same shapes as `look/mark.tsx`. `null`: this browser draws no canvas. */
export function markPicture(image: Exclude<MapImage, 'hatch'>, palette: Palette): Picture | null {
  const length = MARK_PX * PICTURE_RATIO;
  const canvas = document.createElement('canvas');
  canvas.width = length;
  canvas.height = length;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.scale(PICTURE_RATIO, PICTURE_RATIO);
  drawMark(pen, image, palette);
  return { width: length, height: length, data: pen.getImageData(0, 0, length, length).data };
}

function drawMark(pen: CanvasRenderingContext2D, image: Exclude<MapImage, 'hatch'>, palette: Palette): void {
  const color = image === 'critical' ? palette.son : palette.gold;
  pen.lineJoin = 'round';
  pen.lineWidth = 2;
  trace(pen, image === 'critical' ? diamond : triangle);
  pen.fillStyle = image === 'watch' ? palette.g0 : color;
  pen.fill();
  if (image === 'watch') {
    pen.strokeStyle = color;
    pen.stroke();
  } else {
    pen.strokeStyle = palette.g1;
    pen.stroke(new Path2D(image === 'critical' ? 'M8 3.600v5.200M8 10.600v1.800' : 'M8 5.800v4M8 11.200v1.500'));
  }
}

const diamond = [
  [8, 0],
  [16, 8],
  [8, 16],
  [0, 8],
] as const;
const triangle = [
  [8, 2],
  [14.5, 13.7],
  [1.5, 13.7],
] as const;

function trace(pen: CanvasRenderingContext2D, corners: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  for (const [x, y] of corners) pen.lineTo(x, y);
  pen.closePath();
}

/** `#36312C` → its three bytes. */
function channels(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [Math.floor(value / 65_536), Math.floor(value / 256) % 256, value % 256];
}
