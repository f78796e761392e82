import type { Page } from '@playwright/test';

/** What the browser showed, as it showed it: taken from its compositor, so that a frozen page is no obstacle. */
export interface Screencast {
  /** Frames until now, oldest first; `atMs` since the start. */
  readonly frames: () => readonly { readonly atMs: number; readonly png: string }[];
  readonly stop: () => Promise<void>;
}

export async function startScreencast(page: Page): Promise<Screencast> {
  const session = await page.context().newCDPSession(page);
  const frames: { atMs: number; png: string }[] = [];
  const start = performance.now();
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push({ atMs: performance.now() - start, png: data });
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  return {
    frames: () => [...frames],
    stop: async () => {
      await session.send('Page.stopScreencast');
      await session.detach();
    },
  };
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Pixels {
  /** The brightest of the box, 0 to 255: the ink of a number on a dark ground. */
  readonly brightest: number;
  /** Pixels of the warning colour: much red, less green, little blue. */
  readonly gold: number;
}

/** Looks at a part of a picture. */
export async function pixelsOf(decoder: Page, png: string, box: Box): Promise<Pixels> {
  const [pixels] = await pixelsOfEach(decoder, png, [box]);
  if (pixels === undefined) throw new RangeError('the picture was not looked at');
  return pixels;
}

/** Looks at parts of a picture. It is decoded by a page of its own: the one under test may be frozen. */
export async function pixelsOfEach(decoder: Page, png: string, boxes: readonly Box[]): Promise<readonly Pixels[]> {
  return decoder.evaluate(
    async ([data, parts]) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d', { willReadFrequently: true });
      if (pen === null) throw new RangeError('no canvas');
      pen.drawImage(picture, 0, 0);
      return parts.map(({ x, y, width, height }) => {
        const bytes = pen.getImageData(x, y, width, height).data;
        let [brightest, gold] = [0, 0];
        for (let at = 0; at < bytes.length; at += 4) {
          const [red = 0, green = 0, blue = 0] = bytes.subarray(at, at + 3);
          brightest = Math.max(brightest, Math.min(red, green, blue));
          if (red > 150 && green > 100 && green < red && blue < green - 50) gold += 1;
        }
        return { brightest, gold };
      });
    },
    [png, boxes] as const,
  );
}
