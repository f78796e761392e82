import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { sparkPath, sparkRange } from './spark-path.ts';

const box = { width: 100, height: 50, low: 0, high: 10 };

test('a gap ends a stretch and the next value begins another', () => {
  const path = sparkPath([0, 10, null, 5, 5], box);

  expect(path.stretches).toEqual(['M0 50L25 0', 'M75 25L100 25']);
});

test('a lone value between gaps is still drawn', () => {
  expect(sparkPath([null, 5, null], box).stretches).toEqual(['M50 25L50 25']);
});

test('the end dot is missing when the newest value is not known', () => {
  expect(sparkPath([5, null], box).end).toBeNull();
  expect(sparkPath([null, 5], box).end).toEqual([100, 25]);
});

test('there are as many points as known values, and every one lies in the box', () => {
  const values = fc.array(fc.option(fc.double({ min: -100, max: 100, noNaN: true })), { maxLength: 40 });
  fc.assert(
    fc.property(values, (series) => {
      const range = sparkRange(series);
      const points =
        range === null ? [] : sparkPath(series, { ...box, ...range }).stretches.flatMap((d) => d.slice(1).split('L'));
      const known = series.filter((value) => value !== null).length;
      expect(new Set(points).size).toBeLessThanOrEqual(known);
      for (const point of points) {
        const [x, y] = point.split(' ').map(Number);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(100);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(50);
      }
    }),
  );
});

test('nothing known has no range', () => {
  expect(sparkRange([null, null])).toBeNull();
});
