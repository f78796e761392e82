import type { CityInput } from '../city-input.ts';

type Item = NonNullable<CityInput['index766']>['items'][number];

/** What differs between the items; the rest is the usual case. */
export interface ItemFacts extends Pick<Item, 'item' | 'part' | 'names' | 'maxPoints' | 'numerator' | 'denominator'> {
  readonly maxIsInferred?: boolean;
  readonly fullFrom?: Item['fullFrom'];
  readonly times?: string;
  readonly whenEmpty?: 0 | 1;
  readonly counted?: string;
  readonly confidence?: Item['confidence'];
  readonly doubt?: Item['doubt'];
  readonly source?: string;
}

/** Notes of 2026 on the national portal’s own metrics, checked there on observations of another province. */
export const metrics = 'The national portal’s own metrics and calculation note, as public notes of 2026 record them';
export const pressAndMetrics = `Press summary of Decision 766/QĐ-TTg; ${metrics}`;
export const summaryAndMetrics = `Legal summary of Decision 766/QĐ-TTg; ${metrics}`;

export function thresholdOf(ratio: number): Item['fullFrom'] {
  return { lowest: ratio, highest: ratio };
}

export function itemOf(facts: ItemFacts): Item {
  return {
    maxIsInferred: false,
    fullFrom: thresholdOf(1),
    times: null,
    whenEmpty: null,
    counted: null,
    confidence: 'medium',
    doubt: null,
    source: metrics,
    ...facts,
  };
}
