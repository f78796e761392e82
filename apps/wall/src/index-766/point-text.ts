import { numberText, type Language } from '@flagtower/charts';
import type { Index766Answer, Index766Item, Index766ItemScore, PointRange } from '@flagtower/contracts';

/** `19,99` where it is certain, `32,5 – 92,5` where it is a range. */
export function pointText({ lowest, highest }: PointRange, language: Language, digits = 1): string {
  const [low, high] = [numberText(lowest, language, digits), numberText(highest, language, digits)];
  return low === high ? low : `${low} – ${high}`;
}

/** Whether a range is a single number as far as people read it. */
export function isCertain({ lowest, highest }: PointRange): boolean {
  return highest - lowest < 0.005;
}

/** A criterion with its score and the part it belongs to. */
export interface ScoredItem {
  readonly item: Index766Item;
  readonly score: Index766ItemScore;
}

export function scoredItems({ index, parts }: Pick<Index766Answer, 'index' | 'parts'>, part: string): ScoredItem[] {
  const scores = parts.find((one) => one.part === part)?.items ?? [];
  return index.items.flatMap((item) => {
    const score = scores.find((one) => one.item === item.item);
    return score === undefined ? [] : [{ item, score }];
  });
}

/** `07/2024` of a month, else its first and last day. */
export function statedPeriodText({ from, to }: { readonly from: string; readonly to: string }): string {
  const [year = '', month = '', day = ''] = to.split('-');
  const isMonth = from === `${year}-${month}-01` && Number(day) >= 28;
  return isMonth ? `${month}/${year}` : `${dayText(from)} – ${dayText(to)}`;
}

function dayText(day: string): string {
  return day.split('-').toReversed().join('/');
}
