import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { quantileOf } from './quantile.ts';

test('the median of an even number of values is the mean of the middle two', () => {
  expect(quantileOf([1, 2, 10, 20], 0.5)).toBe(6);
});

test('the median of an odd number of values is the middle one', () => {
  expect(quantileOf([1, 2, 10], 0.5)).toBe(2);
});

test('other quantiles are linear between neighbours', () => {
  expect(quantileOf([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9)).toBe(90);
  expect(quantileOf([0, 10], 0.9)).toBe(9);
});

test('of no values nothing is known', () => {
  expect(quantileOf([], 0.5)).toBeNull();
});

test('a quantile outside [0, 1] is a bug', () => {
  expect(() => quantileOf([1, 2], 1.5)).toThrow(RangeError);
});

test('a quantile lies among the values and grows with q', () => {
  const sorted = fc
    .array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 })
    .map((values) => values.toSorted((a, b) => a - b));
  const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

  fc.assert(
    fc.property(sorted, share, share, (values, one, other) => {
      const low = quantileOf(values, Math.min(one, other)) ?? Number.NaN;
      const high = quantileOf(values, Math.max(one, other)) ?? Number.NaN;
      expect(low).toBeLessThanOrEqual(high + 1e-6);
      expect(low).toBeGreaterThanOrEqual((values[0] ?? 0) - 1e-6);
      expect(high).toBeLessThanOrEqual((values.at(-1) ?? 0) + 1e-6);
    }),
  );
});
