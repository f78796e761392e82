import type { Formula, Measure } from '@flagtower/contracts';
import { describe, expect, test } from 'vitest';

import { figureOf, isSummed, measuresOf } from './figure.ts';

const plus = (measure: Measure) => ({ measure, sign: 1 as const });
const minus = (measure: Measure) => ({ measure, sign: -1 as const });
const onTimeRate = {
  kind: 'share' as const,
  numerator: [plus('handled-on-time')],
  denominator: [plus('handled'), minus('handled-no-due')],
};

describe('figureOf', () => {
  test('a state is the signed sum of its terms', () => {
    const inProgress = { kind: 'state' as const, terms: [plus('open'), minus('paused')] };

    expect(
      figureOf(
        inProgress,
        new Map([
          ['open', 7],
          ['paused', 2],
        ]),
      ),
    ).toEqual({ value: 5, numerator: 5, denominator: null });
  });

  test('a measure that was not counted is 0 of it', () => {
    expect(figureOf({ kind: 'flow', terms: [plus('received')] }, new Map()).value).toBe(0);
  });

  test('a share divides the signed sums, and shows both', () => {
    const sums = new Map<Measure, number>([
      ['handled-on-time', 3],
      ['handled', 6],
      ['handled-no-due', 2],
    ]);

    expect(figureOf(onTimeRate, sums)).toEqual({ value: 0.75, numerator: 3, denominator: 4 });
  });

  test('an idle unit is not a failing one: nothing handled has no rate', () => {
    expect(figureOf(onTimeRate, new Map())).toEqual({ value: null, numerator: 0, denominator: 0 });
  });

  test('a share beyond [0, 1] is a bug of the ledger and is not shown', () => {
    expect(() =>
      figureOf(
        onTimeRate,
        new Map([
          ['handled-on-time', 3],
          ['handled', 2],
        ]),
      ),
    ).toThrow(RangeError);
    expect(() =>
      figureOf(
        onTimeRate,
        new Map([
          ['handled-on-time', -1],
          ['handled', 2],
        ]),
      ),
    ).toThrow(RangeError);
  });
});

describe('measuresOf', () => {
  test('names every measure of a share once', () => {
    const formula: Formula = {
      kind: 'share',
      numerator: [plus('handled')],
      denominator: [plus('handled'), plus('open')],
    };

    expect(measuresOf(formula)).toEqual(['handled', 'open']);
  });

  test('a handling time looks at what was handled, an observation at nothing in the ledger', () => {
    expect(measuresOf({ kind: 'handling-time', statistic: 'p90' })).toEqual(['handled']);
    expect(measuresOf({ kind: 'notices' })).toEqual([]);
  });

  test('only flows, states and shares are sums', () => {
    expect(isSummed(onTimeRate)).toBe(true);
    expect(isSummed({ kind: 'handling-time', statistic: 'median' })).toBe(false);
  });
});
