import type { Point } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { simplifyRing } from './simplify-ring.ts';

const anyPoint = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const anyRing = fc
  .array(anyPoint, { minLength: 3, maxLength: 80 })
  .map((points): Point[] => [...points, ...points.slice(0, 1)]);

test('a ring is never larger than asked, stays closed, and keeps its points in their order', () => {
  fc.assert(
    fc.property(anyRing, fc.integer({ min: 4, max: 60 }), (ring, most) => {
      const simple = simplifyRing(ring, most);

      expect(simple).toHaveLength(Math.min(ring.length, most));
      expect(simple.at(-1)).toEqual(simple[0]);
      const corners = simple.slice(0, -1);
      let from = 0;
      for (const corner of corners) from = ring.indexOf(corner, from) + 1 || Number.NaN;
      expect(from).not.toBeNaN();
    }),
  );
});

test('of a square with a dent and points on its sides, the corners that matter stay', () => {
  const square: Point[] = [
    [0, 0],
    [5, 0],
    [10, 0],
    [10, 10],
    [5, 9.99],
    [0, 10],
    [0, 0],
  ];

  expect(simplifyRing(square, 5)).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ]);
});
