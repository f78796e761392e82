import type { Explanation } from '@flagtower/contracts';

interface Term {
  readonly measure: string;
  readonly sign: number;
  readonly sum: number;
}

/** A formula with the numbers of its terms, computed here once more from the sums of the entries. */
export interface FormulaNumbers {
  readonly numerator: readonly Term[];
  /** Empty for what is no share. */
  readonly denominator: readonly Term[];
  /** `null`: nothing to divide by. */
  readonly value: number | null;
  /** It is the number that the answer tells. */
  readonly matches: boolean;
}

/** @returns `null` for what is not made of sums */
export function formulaNumbers({
  definition,
  balances,
  answer,
}: Pick<Explanation, 'definition' | 'balances' | 'answer'>): FormulaNumbers | null {
  const { kind } = definition.formula;
  if (kind !== 'flow' && kind !== 'state' && kind !== 'share') return null;
  const numerator = balances.filter(({ role }) => role === 'numerator');
  const denominator = balances.filter(({ role }) => role === 'denominator');
  const upper = totalOf(numerator);
  const lower = totalOf(denominator);
  const value = denominator.length === 0 ? upper : lower === 0 ? null : upper / lower;
  const told = answer.values[0]?.value ?? null;
  // Nobody told of it: then there are no entries either, and 0 of them is no figure.
  const matches = value === told || (told === null && upper === 0 && balances.every(({ entries }) => entries === 0));
  return { numerator, denominator, value, matches };
}

function totalOf(terms: readonly Term[]): number {
  return terms.reduce((total, { sign, sum }) => total + sign * sum, 0);
}
