import { expect, test } from 'vitest';

import { hatchPicture } from './map-images.ts';

test('the hatch goes on from tile to tile and leaves the ground open between its lines', () => {
  const { width, height, data } = hatchPicture('#6F675D');
  const opaque = (x: number, y: number) => data[((y % height) * width + (x % width)) * 4 + 3] === 255;

  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) expect(opaque(x + 1, y + height - 1)).toBe(opaque(x, y));
  }
  expect(Array.from(data.slice(0, 4))).toEqual([0x6f, 0x67, 0x5d, 255]);
  expect(opaque(4, 0)).toBe(false);
});
