import { FlagtowerError } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { importWords } from './import-words.ts';

/** What went wrong, where, and what to do: in the reader's words, with the service's own below. */
export function ProblemNote({ error, more }: { readonly error: unknown; readonly more?: string }): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale];
  const code = error instanceof FlagtowerError ? error.code : 'INTERNAL';
  const place = error instanceof FlagtowerError ? error.place : undefined;
  const { title, remedy } = words.problems[code];
  return (
    <div className="import-problem" role="alert">
      <p className="import-problem-title">
        <Mark level="warning" name={null} size={18} /> {title}
      </p>
      {place === undefined ? null : <p>{words.place(place)}</p>}
      <p>{remedy}</p>
      {more === undefined ? null : <p>{more}</p>}
      {error instanceof Error ? <p className="note">{words.told(error.message)}</p> : null}
    </div>
  );
}
