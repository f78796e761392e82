import { shareText } from '@flagtower/charts';

import type { Words } from '../words/words.ts';
import { spelledNumber } from './spelled-number.ts';

/** A message needs units that hold at least this much together. */
const LARGE_SHARE = 0.5;

/**
 * The fewest of the worst units that hold half of all overdue dossiers, in words. The neutral name where even all that
 * are shown hold less, or where the city's total is not known.
 * @param worst overdue of each shown unit, largest first
 * @param total overdue in the whole city
 */
export function rankingTitle(
  worst: readonly { readonly name: string; readonly overdue: number }[],
  total: number | null,
  { ranking, locale }: Pick<Words, 'ranking' | 'locale'>,
): string {
  if (total === 0) return ranking.none;
  if (total === null) return ranking.title;
  let sum = 0;
  for (const [index, { name, overdue }] of worst.entries()) {
    sum += overdue;
    if (sum > total) return ranking.title;
    if (sum / total < LARGE_SHARE) continue;
    const share = shareText(sum / total, locale, 0);
    return index === 0 ? ranking.onlyOne(name, share) : ranking.message(spelledNumber(index + 1, locale), share);
  }
  return ranking.title;
}
