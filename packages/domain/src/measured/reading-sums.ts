import type { Formula } from '@flagtower/contracts';

import { unknownFigure, type Figure } from '../kpi/figure.ts';

export type Statistic = Extract<Formula, { kind: 'observation' }>['statistic'];

/** What readings amount to; absent ones take part in nothing but `entities` and `telling`. `null`: of no values. */
export interface ReadingSums {
  readonly n: number;
  readonly entities: number;
  /** Readings that told a value, or at least a place. */
  readonly telling: number;
  readonly mean: number | null;
  readonly sum: number | null;
  readonly max: number | null;
  readonly median: number | null;
  /** Values between the formula's bounds, both included. */
  readonly inside: number;
  /** Of the things that told both metrics of a ratio: the sum above and the one below the line. */
  readonly upper: number | null;
  readonly lower: number | null;
}

/**
 * The figure that a statistic makes of sums. Parts add up to their whole: values of sums and counts, numerators and
 * denominators of shares, denominators of means, which weigh them; the greatest is the greatest of the parts'. A median is
 * no sum.
 */
export function figureOfReadings(statistic: Statistic, sums: ReadingSums): Figure {
  const { n, entities, telling, mean, sum, max, median, inside, upper, lower } = sums;
  if (entities === 0) return unknownFigure;
  switch (statistic) {
    case 'latest-count':
      return counted(telling);
    case 'count':
      return counted(n);
    case 'entities':
      return counted(entities);
    case 'latest-sum':
    case 'sum':
      return { value: sum, numerator: sum, denominator: null };
    case 'latest-mean':
    case 'mean':
      return { value: mean, numerator: null, denominator: n };
    case 'latest-max':
    case 'max':
      return { value: max, numerator: null, denominator: n };
    case 'median':
      return { value: median, numerator: null, denominator: n };
    case 'latest-inside':
      return n === 0 ? unknownFigure : { value: inside, numerator: inside, denominator: n };
    case 'within':
      return { value: n === 0 ? null : inside / n, numerator: inside, denominator: n };
    case 'latest-ratio':
      return {
        value: lower === null || lower === 0 ? null : (upper ?? 0) / lower,
        numerator: upper,
        denominator: lower,
      };
  }
}

function counted(count: number): Figure {
  return { value: count, numerator: count, denominator: null };
}
