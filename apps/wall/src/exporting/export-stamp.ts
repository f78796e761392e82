import { momentText, type ExportedView } from '@flagtower/charts';
import type { Cut, Freshness, LedgerName } from '@flagtower/contracts';

import { useSourceNames } from '../cells/source-names.ts';
import { useCity } from '../city/city-view.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';

/** What every file says of itself. */
export type Stamped = Pick<ExportedView, 'language' | 'cut' | 'source' | 'mark'>;

/** Stamps a table with the cut that it shows, who told it and how fresh that was, and the ledger's mark. */
export type ExportStamp = (cut: Cut | null, freshness: Freshness | null, sources: readonly string[]) => Stamped;

/** The mark of a ledger that is not the real one; it cannot be left out. */
export function ledgerMark(ledger: LedgerName, words: Pick<Words, 'simulated' | 'trial'>): string | null {
  if (ledger === 'simulated') return words.simulated;
  return ledger === 'trial' ? words.trial : null;
}

export function useExportStamp(): ExportStamp {
  const words = useWords();
  const nameOf = useSourceNames();
  const zone = useCity()?.zone ?? 'UTC';
  const { ledger } = useStream();
  const { exporting } = words;
  return (cut, freshness, sources) => ({
    language: words.locale,
    cut:
      cut === null ? exporting.noCut : exporting.cut(momentText(Date.parse(cut.at), zone), zone, String(cut.knownSeq)),
    source:
      sources.length === 0
        ? exporting.noSource
        : exporting.source(
            sources.map((id) => nameOf([id])).join(', '),
            words.freshness.states[freshness?.state ?? 'none'],
          ),
    mark: ledgerMark(ledger, words),
  });
}
