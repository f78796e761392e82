import type { IncidentPlace, Point } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { distanceKm, isNear } from './near.ts';

const at = (...points: Point[]): IncidentPlace => ({ name: null, points, rings: [] });
const square: IncidentPlace = {
  name: null,
  points: [],
  rings: [
    [
      [105.8, 21],
      [105.9, 21],
      [105.9, 21.1],
      [105.8, 21.1],
      [105.8, 21],
    ],
  ],
};

test('a degree of latitude is 111 km, and one of longitude shrinks with the latitude', () => {
  expect(distanceKm([105, 21], [105, 22])).toBeCloseTo(111.2, 1);
  expect(distanceKm([105, 21], [106, 21])).toBeCloseTo(103.8, 1);
});

test('points are near up to the distance', () => {
  expect(isNear(at([105.85, 21]), at([105.85, 21.008]), 1)).toBe(true);
  expect(isNear(at([105.85, 21]), at([105.85, 21.01]), 1)).toBe(false);
});

test('what is inside a border is near it, however far its corners are', () => {
  expect(isNear(square, at([105.85, 21.05]), 0)).toBe(true);
  expect(isNear(at([105.85, 21.05]), square, 0)).toBe(true);
  expect(isNear(square, at([105.95, 21.05]), 0)).toBe(false);
});

test('a place that nobody told is near nothing', () => {
  expect(isNear(at(), square, 1000)).toBe(false);
});
