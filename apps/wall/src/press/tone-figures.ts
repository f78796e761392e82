import { tones, type ToneCounts } from '@flagtower/charts';
import type { KpiAnswer, KpiDefinition } from '@flagtower/contracts';

/** The figures of a center that count what is written and how much of it is of a tone. */
export interface ToneFigures {
  readonly items: KpiDefinition;
  readonly negative: KpiDefinition;
  readonly positive: KpiDefinition;
}

/** @returns `null` for a center that does not rate what is written */
export function toneFiguresOf(definitions: readonly KpiDefinition[]): ToneFigures | null {
  const ofTone = (tone: -1 | 1): KpiDefinition | undefined =>
    definitions.find(
      ({ formula }) =>
        formula.kind === 'observation' &&
        formula.statistic === 'within' &&
        formula.metric === 'tone' &&
        formula.low === tone &&
        formula.high === tone,
    );
  const [negative, positive] = [ofTone(-1), ofTone(1)];
  const feed = negative?.formula.kind === 'observation' ? negative.formula.feed : null;
  const items = definitions.find(
    ({ formula }) => formula.kind === 'observation' && formula.feed === feed && formula.statistic === 'count',
  );
  return negative === undefined || positive === undefined || items === undefined ? null : { items, negative, positive };
}

/**
 * Items by tone, of each part of a breakdown: the shares' numerators are the items of that tone, their denominator those that were rated.
 * @param answers of the three figures, at one cut and by the same breakdown
 */
export function toneParts(
  figures: ToneFigures,
  answers: readonly KpiAnswer[],
  by: 'entity' | 'hour',
): ReadonlyMap<string, ToneCounts> {
  const valuesOf = (figure: KpiDefinition): KpiAnswer['values'] =>
    answers.find(({ kpi }) => kpi === figure.id)?.values ?? [];
  const shares = (figure: KpiDefinition): Map<string | undefined, KpiAnswer['values'][number]> =>
    new Map(valuesOf(figure).map((value) => [value.key[by], value]));
  const [negatives, positives] = [shares(figures.negative), shares(figures.positive)];
  return new Map(
    valuesOf(figures.items).flatMap(({ key, value }): [string, ToneCounts][] => {
      const part = key[by];
      if (part === undefined || value === null) return [];
      const negative = negatives.get(part)?.numerator ?? 0;
      const positive = positives.get(part)?.numerator ?? 0;
      const rated = negatives.get(part)?.denominator ?? 0;
      return [[part, { negative, positive, neutral: rated - negative - positive, unrated: value - rated }]];
    }),
  );
}

export function sumOfTones(parts: Iterable<ToneCounts>): ToneCounts {
  const sum = { negative: 0, neutral: 0, positive: 0, unrated: 0 };
  for (const part of parts) for (const tone of tones) sum[tone] += part[tone];
  return sum;
}
