import { FlagtowerError } from '@flagtower/contracts';

import type { Illustration, Picture, PictureBox, PictureItem, PicturePath, PictureText } from './picture.ts';

interface Painting {
  /** Must be loaded in this page: a canvas draws with what is there. */
  readonly fontFamily: string;
  /** Pixels of the file per pixel of the picture. */
  readonly scale: number;
  /** The chart, painted at the same scale, or an illustration; `null`: the picture is a table. */
  readonly chart: HTMLCanvasElement | Illustration | null;
}

/**
 * Paints a picture in the browser. Not by way of an SVG image: its embedded faces may still be loading when it is drawn,
 * and the file would have no text.
 * @throws FlagtowerError INTERNAL when this browser cannot paint or encode it
 */
export async function pngOf(picture: Picture, painting: Painting): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * painting.scale);
  canvas.height = Math.round(picture.height * painting.scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new FlagtowerError('INTERNAL', 'this browser gives no canvas to draw on');
  context.scale(painting.scale, painting.scale);
  for (const item of picture.items) paintItem(context, item, painting.fontFamily);
  const { chart, scale, fontFamily } = painting;
  if (chart !== null && picture.chartAt !== null) {
    const { x, y } = picture.chartAt;
    if ('layers' in chart) paintLayers(context, chart, { x, y }, fontFamily);
    else context.drawImage(chart, x, y, chart.width / scale, chart.height / scale);
  }
  return encoded(canvas);
}

function paintLayers(
  context: CanvasRenderingContext2D,
  { layers }: Illustration,
  at: { readonly x: number; readonly y: number },
  fontFamily: string,
): void {
  for (const { box, items } of layers) {
    context.save();
    context.translate(at.x + box.x, at.y + box.y);
    context.beginPath();
    context.rect(0, 0, box.width, box.height);
    context.clip();
    for (const item of items) paintItem(context, item, fontFamily);
    context.restore();
  }
}

function paintItem(context: CanvasRenderingContext2D, item: PictureItem, fontFamily: string): void {
  if (item.kind === 'text') paintText(context, item, fontFamily);
  else if (item.kind === 'box') paintBox(context, item);
  else paintPath(context, item);
}

function paintPath(context: CanvasRenderingContext2D, item: PicturePath): void {
  const path = new Path2D(item.d);
  context.save();
  context.translate(item.x, item.y);
  context.globalAlpha = item.opacity;
  if (item.fill !== null) {
    context.fillStyle = item.fill;
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, no array
    context.fill(path);
  }
  if (item.stroke !== null) {
    context.strokeStyle = item.stroke;
    context.lineWidth = item.strokeWidth;
    context.lineJoin = 'round';
    context.setLineDash([...item.dash]);
    context.stroke(path);
  }
  context.restore();
}

function paintText(context: CanvasRenderingContext2D, item: PictureText, fontFamily: string): void {
  context.font = `${item.weight} ${item.size}px ${fontFamily}`;
  context.fillStyle = item.fill;
  context.textAlign = item.anchor === 'middle' ? 'center' : item.anchor;
  if (item.rim !== undefined) {
    context.strokeStyle = item.rim;
    context.lineWidth = 3.5;
    context.lineJoin = 'round';
    context.setLineDash([]);
    context.strokeText(item.text, item.x, item.y);
  }
  context.fillText(item.text, item.x, item.y);
}

function paintBox(context: CanvasRenderingContext2D, { x, y, width, height, fill, frame }: PictureBox): void {
  context.fillStyle = fill;
  context.fillRect(x, y, width, height);
  if (frame === null) return;
  context.strokeStyle = frame;
  context.lineWidth = 2;
  context.setLineDash([6, 4]);
  context.strokeRect(x, y, width, height);
}

async function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new FlagtowerError('INTERNAL', 'the picture could not be encoded'));
      else resolve(blob);
    }, 'image/png');
  });
}
