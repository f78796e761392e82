import { dayText, minuteText, numberText } from '@flagtower/charts';
import type { ImportEntry, LedgerName } from '@flagtower/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { ColumnHeads } from '../look/column-heads.tsx';
import { useWords } from '../words/language.tsx';
import type { AdminKey } from './admin-key.ts';
import { importsOf, retractImport } from './import-requests.ts';
import { importWords, type ImportWords } from './import-words.ts';
import { ProblemNote } from './problem-note.tsx';

/** What was imported, newest first, and the way to undo a wrong file. */
export function ImportsList({
  adminKey,
  ledger,
  zone,
}: {
  readonly adminKey: AdminKey;
  readonly ledger: LedgerName;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale].list;
  const queries = useQueryClient();
  const imports = useQuery({
    queryKey: ['imports', ledger],
    queryFn: ({ signal }) => importsOf(ledger, adminKey, signal),
  });
  const retract = useMutation({
    mutationFn: (id: string) => retractImport(id, adminKey),
    onSettled: () => queries.invalidateQueries({ queryKey: ['imports'] }),
  });
  if (imports.isError) return <ProblemNote error={imports.error} />;
  if (imports.data?.length === 0) return <p className="label">{words.none}</p>;
  return (
    <>
      {retract.isError ? <ProblemNote error={retract.error} /> : null}
      {/* On a phone it is wider than the page, and is moved by itself: by finger or, with the focus, by key. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls is reached by key */}
      <section className="table-scroll" aria-label={words.title} tabIndex={0}>
        <table className="import-list">
          <Head words={words} />
          <tbody>
            {(imports.data ?? []).map((entry) => (
              <Row
                key={entry.import}
                entry={entry}
                zone={zone}
                words={words}
                onRetract={() => retract.mutate(entry.import)}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Head({ words: { columns } }: { readonly words: ImportWords['list'] }): ReactNode {
  const names = [
    columns.file,
    columns.source,
    columns.at,
    columns.accepted,
    columns.duplicates,
    columns.quarantined,
    columns.state,
  ];
  return <ColumnHeads names={names} />;
}

function Row({
  entry,
  zone,
  words,
  onRetract,
}: {
  readonly entry: ImportEntry;
  readonly zone: string;
  readonly words: ImportWords['list'];
  readonly onRetract: () => void;
}): ReactNode {
  const { locale } = useWords();
  const when = (at: string): string => `${dayText(Date.parse(at), zone)} ${minuteText(Date.parse(at), zone)}`;
  const state =
    entry.retractedAt === null
      ? entry.finishedAt === null
        ? words.running
        : words.finished
      : words.retracted(when(entry.retractedAt));
  return (
    <tr data-import={entry.import}>
      <th scope="row">{entry.fileName ?? entry.fileHash.slice(0, 12)}</th>
      <td>{entry.source}</td>
      <td>{when(entry.startedAt)}</td>
      <td>{numberText(entry.accepted, locale)}</td>
      <td>{numberText(entry.duplicates, locale)}</td>
      <td>{numberText(entry.quarantined, locale)}</td>
      <td>
        {state}
        {entry.retractedAt === null && entry.finishedAt !== null ? (
          <Retraction entry={entry} words={words} onRetract={onRetract} />
        ) : null}
      </td>
    </tr>
  );
}

/** Asks once more, in place: what it does cannot be taken back but by importing again. */
function Retraction({
  entry,
  words,
  onRetract,
}: {
  readonly entry: ImportEntry;
  readonly words: ImportWords['list'];
  readonly onRetract: () => void;
}): ReactNode {
  const { locale } = useWords();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <button
        type="button"
        className="import-link"
        aria-label={words.retractNamed(entry.fileName ?? entry.import)}
        onClick={() => setAsked(true)}
      >
        {words.retract}
      </button>
    );
  }
  return (
    <div role="alertdialog" aria-label={words.retractNamed(entry.fileName ?? entry.import)}>
      <p>{words.sure(numberText(entry.accepted, locale))}</p>
      <button type="button" className="import-button" onClick={onRetract}>
        {words.yes}
      </button>{' '}
      {/* The harmless answer has the focus. */}
      <button type="button" className="import-button" ref={(button) => button?.focus()} onClick={() => setAsked(false)}>
        {words.no}
      </button>
    </div>
  );
}
