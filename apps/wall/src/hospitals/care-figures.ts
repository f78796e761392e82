import type { KpiDefinition } from '@flagtower/contracts';

type ObservationFormula = Extract<KpiDefinition['formula'], { kind: 'observation' }>;

/** What a center knows of hospitals, each by itself. */
export interface CareFigures {
  /** The beds that are taken, over all beds. */
  readonly occupied: KpiDefinition;
  /** The metric and feed that tell them. */
  readonly beds: { readonly feed: string; readonly taken: string; readonly all: string };
  /** How long people wait, in seconds; `null`: nobody tells. */
  readonly wait: { readonly feed: string; readonly metric: string } | null;
}

/** Told by what they measure: beds are counted in `{bed}`, a wait is a mean of seconds. @returns `null` for a center without hospitals */
export function careFiguresOf(definitions: readonly KpiDefinition[]): CareFigures | null {
  const beds = observed(definitions.find(({ unitOfMeasure }) => unitOfMeasure === '{bed}'));
  if (beds === null) return null;
  const occupied = definitions.find(({ formula }) => {
    const { feed, over } = observedFormula(formula) ?? {};
    return feed === beds.feed && over === beds.metric;
  });
  const taken = observed(occupied);
  if (occupied === undefined || taken === null) return null;
  const wait = observed(
    definitions.find(
      ({ unitOfMeasure, formula }) => unitOfMeasure === 's' && observedFormula(formula)?.statistic === 'latest-mean',
    ),
  );
  return {
    occupied,
    beds: { feed: beds.feed, taken: taken.metric, all: beds.metric },
    wait: wait === null ? null : { feed: wait.feed, metric: wait.metric },
  };
}

function observed(definition: KpiDefinition | undefined): ObservationFormula | null {
  return definition === undefined ? null : observedFormula(definition.formula);
}

function observedFormula(formula: KpiDefinition['formula']): ObservationFormula | null {
  return formula.kind === 'observation' ? formula : null;
}
