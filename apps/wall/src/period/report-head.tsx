import type { ReactNode } from 'react';

import { ledgerMark } from '../exporting/export-stamp.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';

/** The page's title; on paper, where the frame is not, with the mark of a ledger that is not the real one. */
export function ReportHead({ title }: { readonly title: string }): ReactNode {
  const words = useWords();
  const { ledger } = useStream();
  return (
    <header className="report-head">
      <h1>{title}</h1>
      <p className="report-mark">{ledgerMark(ledger, words)}</p>
    </header>
  );
}
