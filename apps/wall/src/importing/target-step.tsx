import type { LedgerName } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import type { AdminKey } from './admin-key.ts';
import { sourcesOf } from './import-requests.ts';
import { importWords } from './import-words.ts';
import { Choice, TextField } from './mapping-editor.tsx';
import { NewSource } from './new-source.tsx';
import { ProblemNote } from './problem-note.tsx';

/** Where a file goes. A simulated ledger takes only what its simulator sends. */
export interface Target {
  readonly ledger: Exclude<LedgerName, 'simulated'>;
  /** `''`: not chosen yet. */
  readonly source: string;
  readonly asOf: string;
}

const NEW_SOURCE = '+';

export function TargetStep({
  adminKey,
  target,
  onChoose,
}: {
  readonly adminKey: AdminKey;
  readonly target: Target;
  readonly onChoose: (target: Target) => void;
}): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale].target;
  return (
    <>
      <Choice
        label={words.ledger}
        value={target.ledger}
        options={(['trial', 'real'] as const).map((ledger) => [ledger, words.ledgers[ledger]])}
        onChoose={(ledger) => onChoose({ ...target, source: '', ledger: ledger === 'real' ? 'real' : 'trial' })}
      />
      <SourceChoice adminKey={adminKey} target={target} onChoose={(source) => onChoose({ ...target, source })} />
      <TextField
        label={words.asOf}
        hint={words.asOfHint}
        value={target.asOf}
        onWrite={(asOf) => onChoose({ ...target, asOf: asOf.trim() })}
      />
    </>
  );
}

function SourceChoice({
  adminKey,
  target,
  onChoose,
}: {
  readonly adminKey: AdminKey;
  readonly target: Target;
  readonly onChoose: (source: string) => void;
}): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale].target;
  const [isNew, setNew] = useState(false);
  const sources = useQuery({
    queryKey: ['sources', target.ledger],
    queryFn: ({ signal }) => sourcesOf(target.ledger, adminKey, signal),
  });
  const choose = (source: string): void => {
    setNew(source === NEW_SOURCE);
    onChoose(source === NEW_SOURCE ? '' : source);
  };
  return (
    <>
      <Choice
        label={words.source}
        value={isNew ? NEW_SOURCE : target.source}
        options={[
          ['', words.chooseSource],
          ...(sources.data ?? []).map(({ id, names }): [string, string] => [id, `${names[locale]} · ${id}`]),
          [NEW_SOURCE, words.newSource],
        ]}
        onChoose={choose}
      />
      {sources.isError ? <ProblemNote error={sources.error} /> : null}
      {isNew ? <NewSource adminKey={adminKey} ledger={target.ledger} onDeclared={choose} /> : null}
    </>
  );
}
