import { spanText } from '@flagtower/charts';
import type { Freshness } from '@flagtower/contracts';

import type { Words } from '../words/words.ts';

/** How often a source promised to tell, as a span of time; in words where it promised nothing. */
export function cadenceText(
  { cadenceSeconds }: Pick<Freshness, 'cadenceSeconds'>,
  { freshness, locale }: Pick<Words, 'freshness' | 'locale'>,
): string {
  return cadenceSeconds === null ? freshness.noCadence : spanText(cadenceSeconds * 1000, locale);
}
