import { FlagtowerError } from '@flagtower/contracts';

import type { Picture, PictureBox, PictureText } from './picture.ts';

interface Painting {
  /** Must be loaded in this page: a canvas draws with what is there. */
  readonly fontFamily: string;
  /** Pixels of the file per pixel of the picture. */
  readonly scale: number;
  /** The chart, painted at the same scale; `null`: the picture is a table. */
  readonly chart: HTMLCanvasElement | null;
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
  for (const item of picture.items) {
    if (item.kind === 'text') paintText(context, item, painting.fontFamily);
    else paintBox(context, item);
  }
  const { chart, scale } = painting;
  if (chart !== null && picture.chartAt !== null) {
    context.drawImage(chart, picture.chartAt.x, picture.chartAt.y, chart.width / scale, chart.height / scale);
  }
  return encoded(canvas);
}

function paintText(context: CanvasRenderingContext2D, item: PictureText, fontFamily: string): void {
  context.font = `${item.weight} ${item.size}px ${fontFamily}`;
  context.fillStyle = item.fill;
  context.textAlign = item.anchor === 'middle' ? 'center' : item.anchor;
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
