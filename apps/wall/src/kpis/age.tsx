import { spanText } from '@flagtower/charts';
import type { Freshness } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useFreshness } from '../freshness/use-freshness.ts';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';

/** What the source promised: `nhịp 1 phút`; `''` where it promised nothing. */
export function cadenceText(freshness: Freshness | null, { freshness: words, locale }: Words): string {
  const seconds = freshness?.cadenceSeconds ?? null;
  return seconds === null ? '' : words.cadence(spanText(seconds * 1000, locale));
}

/** `Hệ thống một cửa · 3 giây`, right of a card's name. Late and stale in gold; a source never heard has no age. */
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
  // Not told yet: whether there is a source, we do not know.
  if (freshness === null) return <span className="note nowrap age">{words.loading}</span>;
  if (state === 'none') return <span className="note nowrap age">{words.freshness.noneLong}</span>;
  if (state === 'late') {
    return (
      <span className="note nowrap age age-late" title={cadenceText(freshness, words)}>
        {words.freshness.late(ageText)}
      </span>
    );
  }
  if (state === 'stale') return <span className="note nowrap age age-late">{words.freshness.stale(ageText)}</span>;
  if (state === 'lost') return <span className="note nowrap age age-lost">{words.freshness.states.lost}</span>;
  return <span className="note nowrap age clip">{named(ageText)}</span>;
}
