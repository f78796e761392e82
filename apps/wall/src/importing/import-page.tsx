import type { Inspection } from '@flagtower/contracts';
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { useLanguageChoice, useWords } from '../words/language.tsx';
import { useAdminDesk, type AdminKey } from './admin-key.ts';
import { FileDrop } from './file-drop.tsx';
import { FileFacts } from './file-facts.tsx';
import { inspectFile } from './import-requests.ts';
import { importWords } from './import-words.ts';
import { ImportsList } from './imports-list.tsx';
import { KeyGate } from './key-gate.tsx';
import { firstMapping, MappingStep, mappingText } from './mapping-step.tsx';
import { ProblemNote } from './problem-note.tsx';
import { RunStep } from './run-step.tsx';
import { TargetStep, type Target } from './target-step.tsx';
import { Templates } from './templates.tsx';

import '../forms/forms.css';
import './import-page.css';

/** Until the city says where it is. */
const NO_ZONE = 'UTC';

/** From a file on a desk to records in a ledger, with everything said before it is done. */
export function ImportPage(): ReactNode {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: 1, refetchInterval: 10_000 } } }),
  );
  const { words } = useLanguageChoice();
  const mine = importWords[words.locale];
  const { state, key, give, forget } = useAdminDesk();
  return (
    <QueryClientProvider client={queries}>
      <main className="import-page">
        <header className="import-head">
          <h1>{mine.title}</h1>
          {state !== 'key' ? null : (
            <button type="button" className="import-link" onClick={forget}>
              {mine.key.forget}
            </button>
          )}
        </header>
        {state === 'unknown' ? null : state === 'closed' ? <KeyGate onKey={give} /> : <Desk adminKey={key} />}
      </main>
    </QueryClientProvider>
  );
}

function Desk({ adminKey }: { readonly adminKey: AdminKey }): ReactNode {
  const { words } = useLanguageChoice();
  const mine = importWords[words.locale];
  const city = useCity();
  const [file, setFile] = useState<File | null>(null);
  const [target, setTarget] = useState<Target>(targetOfAddress);
  const inspected = useMutation({ mutationFn: (chosen: File) => inspectFile(chosen, adminKey) });
  const take = (chosen: File): void => {
    setFile(chosen);
    inspected.mutate(chosen);
  };
  const inspection = inspected.data ?? null;
  return (
    <>
      <Step title={mine.file.title}>
        <FileDrop onFile={take} />
        {inspected.isPending ? <p className="label">{mine.file.looking}</p> : null}
        {inspected.isError ? <ProblemNote error={inspected.error} /> : null}
        {file === null ? <Templates /> : null}
        {file === null || inspection === null ? null : <FileFacts file={file} inspection={inspection} />}
      </Step>
      {file === null || inspection === null ? null : (
        <Decisions
          key={file.name}
          file={file}
          inspection={inspection}
          adminKey={adminKey}
          target={target}
          onTarget={setTarget}
        />
      )}
      <Step title={`${mine.list.title} · ${mine.target.ledgers[target.ledger]}`}>
        <ImportsList adminKey={adminKey} ledger={target.ledger} zone={city?.zone ?? NO_ZONE} />
      </Step>
    </>
  );
}

/** A link from a source's page says where its file goes. */
function targetOfAddress(): Target {
  const told = new URLSearchParams(location.search);
  return {
    ledger: told.get('ledger') === 'real' ? 'real' : 'trial',
    source: told.get('source') ?? '',
    asOf: '',
  };
}

/** Steps 2 to 4, once it is known what the file is. */
function Decisions({
  file,
  inspection,
  adminKey,
  target,
  onTarget,
}: {
  readonly file: File;
  readonly inspection: Inspection;
  readonly adminKey: AdminKey;
  readonly target: Target;
  readonly onTarget: (target: Target) => void;
}): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale];
  const [mapping, setMapping] = useState(() => firstMapping(inspection));
  const { format } = inspection;
  const choice = target.source === '' ? null : { file, format, mapping: mappingText(mapping), ...target };
  return (
    <>
      <Step title={words.mapping.title}>
        <MappingStep inspection={inspection} choice={mapping} onChoose={setMapping} />
      </Step>
      <Step title={words.target.title}>
        <TargetStep adminKey={adminKey} target={target} onChoose={onTarget} />
      </Step>
      <Step title={words.run.title}>
        <RunStep adminKey={adminKey} choice={choice} />
      </Step>
    </>
  );
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="import-step" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
