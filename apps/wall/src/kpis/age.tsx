import { spanText } from '@flagtower/charts';
import type { Freshness } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useFreshness } from '../freshness/use-freshness.ts';
import { useWords } from '../words/language.tsx';

/**
 * `Hệ thống một cửa · 3 giây`, right of a card's name. Late: how late, in gold, and the promised cadence. A source that
 * was never heard has no age.
 */
export function Age({
  freshness,
  source,
}: {
  readonly freshness: Freshness | null;
  /** Name of who told us; `null` where the card's neighbour already says it. */
  readonly source: string | null;
}): ReactNode {
  const words = useWords();
  const { state, ageText } = useFreshness(freshness);
  const named = (text: string): string => [source ?? '', text].filter((part) => part !== '').join(' · ');
  if (state === 'none') return <span className="note nowrap age">{words.freshness.noneLong}</span>;
  if (state === 'late') {
    const cadence = freshness?.cadenceSeconds ?? null;
    const promised = cadence === null ? '' : ` / ${spanText(cadence * 1000, words.locale)}`;
    return (
      <span className="note nowrap age age-late">
        {words.freshness.late(ageText)}
        {promised}
      </span>
    );
  }
  if (state === 'stale') return <span className="note nowrap age age-late">{words.freshness.stale(ageText)}</span>;
  if (state === 'lost') return <span className="note nowrap age age-lost">{words.freshness.states.lost}</span>;
  return <span className="note nowrap age clip">{named(ageText)}</span>;
}
