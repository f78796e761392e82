import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { axisScale } from './axis-scale.ts';

test.each([
  [1180, 1200],
  [9283, 10_000],
  [10_000, 10_000],
  [3, 4],
])('a largest value of %i has its top line at %i', (most, max) => {
  expect(axisScale([most, null, 1]).max).toBe(max);
});

test('an empty chart has a scale too', () => {
  expect(axisScale([null])).toEqual({ max: 2, step: 1, isEmpty: true });
});

test('the top line is never below a value, nor far above it, and both lines are whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 50_000_000 }), (most) => {
      const { max, step } = axisScale([most]);
      expect(max).toBeGreaterThanOrEqual(most);
      expect(max).toBeLessThan(most * 1.7);
      expect(Number.isInteger(step)).toBe(true);
      expect(max).toBe(2 * step);
    }),
  );
});
