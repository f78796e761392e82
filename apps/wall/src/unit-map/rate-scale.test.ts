import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { rampStep, rateBreaks } from './rate-scale.ts';

test('breaks are multiples of one round number that fits the values', () => {
  expect(rateBreaks([0, 3, 7, 10.5])).toEqual([2, 4, 6, 8, 10]);
  expect(rateBreaks([0.2, 0.55])).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
});

test('one extreme unit does not make all others look alike', () => {
  const rates = [...Array.from({ length: 125 }, (_, unit) => unit / 12.5), 5000];

  expect(rateBreaks(rates)).toEqual([2, 4, 6, 8, 10]);
});

test('with nothing known there is still a scale, and nothing on it', () => {
  expect(rateBreaks([])).toEqual([1, 2, 3, 4, 5]);
  expect(rateBreaks([null, 0])).toEqual([1, 2, 3, 4, 5]);
  expect(rampStep(null, [1, 2, 3, 4, 5])).toBeNull();
});

test('whatever the rates, the breaks rise and 95 of 100 values use the whole of the ramp', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 }), (rates) => {
      const breaks = rateBreaks(rates);

      expect(breaks).toEqual(breaks.toSorted((left, right) => left - right));
      expect(new Set(breaks).size).toBe(5);
      const high = rates.toSorted((left, right) => left - right)[Math.ceil(rates.length * 0.95) - 1] ?? 0;
      expect(high).toBeLessThanOrEqual((breaks[0] ?? 0) * 6 * (1 + 1e-6));
    }),
  );
});
