import type { Formula } from '@flagtower/contracts';

import type { Figure } from '../kpi/figure.ts';
import { quantileOf } from '../kpi/quantile.ts';
import { figureOfReadings, type ReadingSums } from './reading-sums.ts';

type ObservationFormula = Extract<Formula, { kind: 'observation' }>;

/** A reading that a figure is made of. */
export interface ReadingOfFigure {
  readonly entity: string;
  readonly metric: string;
  /** `null`: absent. */
  readonly value: number | null;
  /** It told a place: a thing that tells no value but where it is, tells all the same. */
  readonly isPlaced: boolean;
}

/**
 * The figure that a formula makes of readings: for `latest-*` the newest one of each thing and metric, for the others all
 * that stand in the period. The rule that the store's statements follow too, so that whoever has the list can count again.
 */
export function measuredFigure(formula: ObservationFormula, readings: readonly ReadingOfFigure[]): Figure {
  const { metric, low = -Infinity, high = Infinity, statistic } = formula;
  const mine = readings.filter((reading) => reading.metric === metric);
  const values = mine.flatMap(({ value }) => (value === null ? [] : [value])).toSorted((a, b) => a - b);
  const sum = values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  return figureOfReadings(statistic, {
    n: values.length,
    entities: new Set(mine.map(({ entity }) => entity)).size,
    telling: mine.filter(({ value, isPlaced }) => value !== null || isPlaced).length,
    mean: sum === null ? null : sum / values.length,
    sum,
    max: values.at(-1) ?? null,
    median: quantileOf(values, 0.5),
    inside: values.filter((value) => low <= value && value <= high).length,
    ...ratioSums(formula, readings),
  });
}

function ratioSums(
  { metric, over = metric }: ObservationFormula,
  readings: readonly ReadingOfFigure[],
): Pick<ReadingSums, 'upper' | 'lower'> {
  const below = new Map(readings.flatMap((it) => (it.metric === over ? [[it.entity, it.value]] : [])));
  let [upper, lower]: [number | null, number | null] = [null, null];
  for (const { entity, metric: told, value } of readings) {
    const whole = below.get(entity) ?? null;
    if (told !== metric || value === null || whole === null) continue;
    upper = (upper ?? 0) + value;
    lower = (lower ?? 0) + whole;
  }
  return { upper, lower };
}
