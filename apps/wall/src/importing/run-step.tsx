import { numberText } from '@flagtower/charts';
import type { ImportProgress } from '@flagtower/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import type { AdminKey } from './admin-key.ts';
import { ImportOutcome } from './import-outcome.tsx';
import { importFile, type ImportChoice } from './import-requests.ts';
import { importWords } from './import-words.ts';
import { ProblemNote } from './problem-note.tsx';

type Running = Extract<ImportProgress, { state: 'running' }>;

/** The try and the import itself. Both may be done again: a file that is imported twice counts once. */
export function RunStep({
  adminKey,
  choice,
}: {
  readonly adminKey: AdminKey;
  /** `null`: something is not decided yet. */
  readonly choice: Omit<ImportChoice, 'dryRun'> | null;
}): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale].run;
  const queries = useQueryClient();
  const [running, setRunning] = useState<Running | null>(null);
  const run = useMutation({
    mutationFn: (order: ImportChoice) => importFile(order, adminKey, setRunning),
    onSettled: async () => {
      setRunning(null);
      await queries.invalidateQueries({ queryKey: ['imports'] });
    },
  });
  const start = (dryRun: boolean): void => {
    if (choice !== null) run.mutate({ ...choice, dryRun });
  };
  const isBlocked = choice === null || run.isPending;
  return (
    <>
      <div className="import-buttons">
        <button type="button" className="import-button" disabled={isBlocked} onClick={() => start(true)}>
          {words.dry}
        </button>
        <button type="button" className="import-button import-main" disabled={isBlocked} onClick={() => start(false)}>
          {words.real}
        </button>
      </div>
      {run.isPending ? <Progress running={running} /> : null}
      {run.isError ? <ProblemNote error={run.error} more={words.nothingKept} /> : null}
      {run.isSuccess ? <ImportOutcome summary={run.data} /> : null}
    </>
  );
}

function Progress({ running }: { readonly running: Running | null }): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale].run;
  const share = running === null || running.totalBytes === 0 ? 0 : Math.min(1, running.bytes / running.totalBytes);
  const text = words.running(numberText(running?.rows ?? 0, locale), numberText(share * 100, locale));
  return (
    <div className="import-progress">
      <progress value={share} max={1} aria-label={text} />
      <span aria-live="off">{text}</span>
    </div>
  );
}
