import type { Palette } from '@flagtower/charts';
import type { Point } from '@flagtower/contracts';
import { useEffect, useRef, type ReactNode } from 'react';

import { drawGlyph } from './glyph-picture.ts';
import { isCalling } from './layers-on-map.ts';
import type { LivePoints } from './live-points.ts';
import { ageOpacity, type MapPoint } from './map-point.ts';

const NORMAL_PX = 10;
const CALLING_PX = 15;

/** The points of a map where WebGL does not draw them: one canvas, however many there are. */
export function LayerCanvas({
  live,
  width,
  height,
  pixelOf,
  palette,
  unit,
}: {
  readonly live: LivePoints;
  readonly width: number;
  readonly height: number;
  readonly pixelOf: (at: Point) => readonly [x: number, y: number];
  readonly palette: Palette;
  /** CSS pixels of one pixel of the design. */
  readonly unit: number;
}): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const paint = (): void => {
      const pen = canvas.current?.getContext('2d') ?? null;
      if (canvas.current === null || pen === null) return;
      const ratio = devicePixelRatio;
      canvas.current.width = Math.round(width * ratio);
      canvas.current.height = Math.round(height * ratio);
      pen.scale(ratio, ratio);
      for (const point of byUrgency(live.points())) {
        const [x, y] = pixelOf(point.at);
        if (x < 0 || y < 0 || x > width || y > height) continue;
        pen.save();
        pen.translate(x, y);
        pen.globalAlpha = ageOpacity[point.age];
        const px = (isCalling(point.level) ? CALLING_PX : NORMAL_PX) * point.scale * unit;
        drawGlyph(pen, { shape: point.shape, level: point.level, px, palette });
        pen.restore();
      }
    };
    paint();
    return live.watch(paint);
  }, [live, width, height, pixelOf, palette, unit]);
  return <canvas ref={canvas} className="layer-canvas" style={{ width, height }} aria-hidden="true" />;
}

/** What calls is drawn last, so that it lies on top. */
function byUrgency(points: readonly MapPoint[]): readonly MapPoint[] {
  return [...points.filter(({ level }) => !isCalling(level)), ...points.filter(({ level }) => isCalling(level))];
}
