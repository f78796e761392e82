import { index766ItemSchema, type Index766Item } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { gainsOf, itemPoints, sumOfPoints } from './score.ts';

const names = { vi: 'x', en: 'x' };
const item = (more: Partial<Index766Item>): Index766Item =>
  index766ItemSchema.parse({
    item: '2.1',
    part: 'p',
    names,
    maxPoints: 20,
    maxIsInferred: false,
    numerator: names,
    denominator: names,
    fullFrom: { lowest: 1, highest: 1 },
    times: null,
    whenEmpty: null,
    counted: null,
    confidence: 'high',
    doubt: null,
    source: 's',
    ...more,
  });
const from = (threshold: number) => ({ fullFrom: { lowest: threshold, highest: threshold } });
const exactly = (points: number) => ({ lowest: points, highest: points });

test('points are the share of the maximum, or full from the threshold on', () => {
  expect(itemPoints(item({}), 0.76)).toEqual(exactly(15.2));
  expect(itemPoints(item({ maxPoints: 2, ...from(0.8) }), 0.4)).toEqual(exactly(1));
  expect(itemPoints(item({ maxPoints: 2, ...from(0.8) }), 0.9)).toEqual(exactly(2));
});

test('payment is 6A + min(2; 2,5B) + 2,5C, at most 10', () => {
  const paid = item({ item: '3.6', maxPoints: 6 });
  const payable = item({ item: '3.5a', maxPoints: 2, ...from(0.8) });
  const withPayment = item({ item: '3.5b', maxPoints: 2, ...from(0.8) });
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      // The formula caps B alone; C stays below its threshold wherever it was seen.
      fc.double({ min: 0, max: 0.8, noNaN: true }),
      (a, b, c) => {
        const points = sumOfPoints([itemPoints(paid, a), itemPoints(payable, b), itemPoints(withPayment, c)]);

        expect(points.lowest).toBe(points.highest);
        expect(points.lowest).toBeCloseTo(6 * a + Math.min(2, 2.5 * b) + 2.5 * c, 10);
      },
    ),
  );
});

describe('what is not known makes a range', () => {
  test('of all points where nobody told the ratio', () => {
    expect(itemPoints(item({}), null)).toEqual({ lowest: 0, highest: 20 });
  });

  test('of the thresholds that are possible', () => {
    const digitised = item({ maxPoints: 4, fullFrom: { lowest: 0.8, highest: 1 } });
    const unverified = item({ maxPoints: 4, fullFrom: { lowest: 0, highest: 1 } });

    expect(itemPoints(digitised, 0.5)).toEqual({ lowest: 2, highest: 2.5 });
    expect(itemPoints(unverified, 0.25)).toEqual({ lowest: 1, highest: 4 });
    expect(itemPoints(unverified, 0)).toEqual(exactly(0));
  });

  test('of the factor that it is multiplied with', () => {
    const online = item({ maxPoints: 6, times: '1.4', ...from(0.5) });

    expect(itemPoints(online, 0.25, 0.5)).toEqual(exactly(1.5));
    expect(itemPoints(online, 0.25)).toEqual({ lowest: 0, highest: 3 });
  });
});

test('nothing to divide by is scored by the rule of the item, and unknown where there is none', () => {
  expect(itemPoints(item({ maxPoints: 6, whenEmpty: 1 }), 'empty')).toEqual(exactly(6));
  expect(itemPoints(item({ maxPoints: 6, whenEmpty: 0 }), 'empty')).toEqual(exactly(0));
  expect(itemPoints(item({ maxPoints: 6 }), 'empty')).toEqual({ lowest: 0, highest: 6 });
});

test('a ratio that is none is a bug', () => {
  expect(() => itemPoints(item({}), 1.2)).toThrow(RangeError);
});

test('what would raise the score most comes first, and what is full is not in the list', () => {
  const gains = gainsOf([
    { item: '1.1', maxPoints: 6, points: { lowest: 0, highest: 6 } },
    { item: '2.1', maxPoints: 20, points: exactly(19) },
    { item: '3.6', maxPoints: 6, points: exactly(2) },
    { item: '5.2', maxPoints: 6, points: exactly(6) },
  ]);

  expect(gains).toEqual([
    { item: '3.6', points: exactly(4) },
    { item: '2.1', points: exactly(1) },
    { item: '1.1', points: { lowest: 0, highest: 6 } },
  ]);
});

test('a range never begins above its end nor leaves [0, max], and more of the ratio never costs points', () => {
  const anyThreshold = fc
    .tuple(fc.constantFrom(0, 0.5, 0.8, 1), fc.constantFrom(0.5, 0.8, 1))
    .map(([a, b]) => ({ lowest: Math.min(a, b), highest: Math.max(a, b) }));
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(anyThreshold, share, share, fc.option(share), (fullFrom, one, other, factor) => {
      const some = item({ fullFrom, times: '1.4' });
      const [low, high] = [Math.min(one, other), Math.max(one, other)];

      const [less, more] = [itemPoints(some, low, factor), itemPoints(some, high, factor)];

      for (const { lowest, highest } of [less, more]) {
        expect(lowest).toBeGreaterThanOrEqual(0);
        expect(highest).toBeGreaterThanOrEqual(lowest);
        expect(highest).toBeLessThanOrEqual(20);
      }
      expect(more.lowest).toBeGreaterThanOrEqual(less.lowest);
      expect(more.highest).toBeGreaterThanOrEqual(less.highest);
    }),
  );
});
