import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { refusalSentence } from '../words/refusal-sentence.ts';
import { drillWords } from './drill-words.ts';

import './drill.css';

/** The places of what will be there. */
export function LevelSkeleton(): ReactNode {
  const { locale } = useWords();
  return (
    <main className="drill" aria-busy="true">
      <h1 className="visually-hidden">{drillWords[locale].title}</h1>
      <output className="note">{drillWords[locale].loading}…</output>
      <div className="level-cards">
        {Array.from({ length: 8 }, (_, index) => (
          <div key={index} className="level-card skeleton" />
        ))}
      </div>
      <div className="drill-panels">
        <div className="panel area-trend skeleton" />
        <div className="panel area-level-channels skeleton" />
      </div>
    </main>
  );
}

/** What is wrong, and what to do about it. */
export function LevelFailure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  return (
    <main className="drill">
      <h1>{words.title}</h1>
      <div role="alert" className="drill-failure">
        <p>
          <b>{words.failed}</b>
        </p>
        <p>{refusalSentence(error, locale)}</p>
        <button type="button" className="quiet-button" onClick={onRetry}>
          {words.retry}
        </button>
      </div>
    </main>
  );
}
