import { expect, test } from 'vitest';

import { mapLayout, pixelOf, zoomOf } from './map-layout.ts';
import { areaOf, centroidOf, circleAround } from './polygon.ts';
import { boxAround, toPlane, toPoint } from './web-mercator.ts';

test('the layout draws the core 3.5 times as large, and its frame on the main map shows just that part', () => {
  const city = boxAround([
    [105.27, 20.56],
    [106.03, 21.39],
  ]);
  const core = boxAround([
    [105.74, 20.94],
    [105.93, 21.1],
  ]);
  const layout = mapLayout(771, 560, city, core);

  expect(layout.inset.scale / layout.main.scale).toBeCloseTo(3.5);
  expect(layout.core.width).toBeCloseTo(layout.inset.box.width / 3.5);
  expect(layout.main.box.width).toBeLessThan(771);
  for (const corner of [
    [105.27, 20.56],
    [106.03, 21.39],
  ] as const) {
    const [x, y] = pixelOf(layout.main, [...corner]);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(layout.main.box.width);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(560);
  }
  expect(2 ** zoomOf(layout.main) * 512).toBeCloseTo(layout.main.scale);
});

test('the plane and the globe agree in both directions', () => {
  expect(toPoint(toPlane([105.85, 21.03]))).toEqual([expect.closeTo(105.85, 9), expect.closeTo(21.03, 9)]);
  expect(toPlane([0, 0])).toEqual([0.5, 0.5]);
});

test('a circle has its centre and its size on the ground', () => {
  const circle = circleAround([105.8, 21], 3);

  expect(centroidOf(circle)).toEqual([expect.closeTo(105.8), expect.closeTo(21)]);
  const squareKm = areaOf(circle) * 111.32 ** 2 * Math.cos((21 * Math.PI) / 180);
  expect(squareKm).toBeCloseTo(Math.PI * 9, 0);
});
