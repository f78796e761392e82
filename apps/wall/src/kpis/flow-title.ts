import { numberText } from '@flagtower/charts';

import type { Words } from '../words/words.ts';

/** What today did to the stock: handled against received. The neutral name where one of them is not known. */
export function flowTitle(
  { received, handled }: { readonly received: number | null; readonly handled: number | null },
  { flow, locale }: Pick<Words, 'flow' | 'locale'>,
): string {
  if (received === null || handled === null || received + handled === 0) return flow.title;
  if (received === handled) return flow.balanced;
  const difference = numberText(Math.abs(received - handled), locale);
  return received > handled ? flow.growing(difference) : flow.shrinking(difference);
}
