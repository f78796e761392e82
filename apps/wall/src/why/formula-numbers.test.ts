import type { Explanation } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { formulaNumbers } from './formula-numbers.ts';

const term = (measure: string, role: 'numerator' | 'denominator', sum: number, sign = 1) => ({
  measure,
  role,
  sign,
  sum,
  entries: Math.abs(sum),
  records: 1,
});

function explained(kind: 'flow' | 'share', balances: readonly object[], value: number | null): Explanation {
  return { definition: { formula: { kind } }, balances, answer: { values: [{ value }] } } as unknown as Explanation;
}

test('a share is its upper sums over its lower ones, and equals what the answer tells', () => {
  const balances = [
    term('handled-on-time', 'numerator', 622),
    term('handled-on-time', 'denominator', 622),
    term('handled-late', 'denominator', 10),
  ];

  expect(formulaNumbers(explained('share', balances, 622 / 632))).toMatchObject({ value: 622 / 632, matches: true });
});

test('a number that the entries do not make is told as such', () => {
  expect(formulaNumbers(explained('flow', [term('received', 'numerator', 5)], 6))?.matches).toBe(false);
});

test('terms that are taken away are taken away, and nothing to divide by is no number', () => {
  const balances = [term('open', 'numerator', 9), term('paused', 'numerator', 2, -1)];

  expect(formulaNumbers(explained('flow', balances, 7))?.matches).toBe(true);
  expect(
    formulaNumbers(explained('share', [term('handled', 'numerator', 0), term('handled', 'denominator', 0)], null)),
  ).toMatchObject({ value: null, matches: true });
});
