import type { Formula, Measure, Terms } from '@flagtower/contracts';

/** Sums of one cut: a measure that was not counted is absent, which means 0 of it, not "unknown". */
export type Sums = ReadonlyMap<Measure, number>;

export interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Nothing was ever told that could answer. */
export const unknownFigure: Figure = { value: null, numerator: null, denominator: null };

type SummedFormula = Extract<Formula, { kind: 'flow' | 'state' | 'share' }>;

export function isSummed(formula: Formula): formula is SummedFormula {
  return formula.kind === 'flow' || formula.kind === 'state' || formula.kind === 'share';
}

type ConductFormula = Extract<Formula, { kind: 'conduct' }>;
type ConductCount = Extract<
  ConductFormula['statistic'],
  'accepted' | 'duplicates' | 'quarantined' | 'conflicts' | 'dropped'
>;

const conductCounts: readonly ConductCount[] = ['accepted', 'duplicates', 'quarantined', 'conflicts', 'dropped'];

/** Of the figures about sources those that count what came in a period; the others stand at a moment. */
export function isConductCount(formula: ConductFormula): formula is ConductFormula & { statistic: ConductCount } {
  return conductCounts.some((statistic) => statistic === formula.statistic);
}

/**
 * The figure that a formula makes of sums.
 * @returns `null` as value where there is nothing to divide by: an idle unit is not a failing one
 * @throws RangeError when a share lies outside [0, 1]: the ledger is wrong, not the source
 */
export function figureOf(formula: SummedFormula, sums: Sums): Figure {
  if (formula.kind !== 'share') {
    const value = total(formula.terms, sums);
    return { value, numerator: value, denominator: null };
  }
  const numerator = total(formula.numerator, sums);
  const denominator = total(formula.denominator, sums);
  if (denominator === 0) return { value: null, numerator, denominator };
  const value = numerator / denominator;
  if (value < 0 || value > 1) throw new RangeError(`a share of ${String(value)}`);
  return { value, numerator, denominator };
}

function total(terms: Terms, sums: Sums): number {
  return terms.reduce((sum, { measure, sign }) => sum + sign * (sums.get(measure) ?? 0), 0);
}

/** Every measure that a formula needs, once each. */
export function measuresOf(formula: Formula): Measure[] {
  if (!isSummed(formula)) return formula.kind === 'handling-time' ? ['handled'] : [];
  const terms = formula.kind === 'share' ? [...formula.numerator, ...formula.denominator] : formula.terms;
  return [...new Set(terms.map(({ measure }) => measure))];
}
