import { minuteMomentText, numberText, shareText } from '@flagtower/charts';
import type { SourceBoardRow } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { cadenceText } from '../freshness/cadence-text.ts';
import { ColumnHeads } from '../look/column-heads.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { SourceState } from './source-state.tsx';
import { sourceWords } from './source-words.ts';

const columns = [
  'source',
  'state',
  'cadence',
  'contact',
  'record',
  'complete',
  'duplicates',
  'quarantined',
  'reminders',
] as const;

/** A row a source; its name leads to how it kept its word. */
export function SourcesTable({
  rows,
  zone,
}: {
  readonly rows: readonly SourceBoardRow[];
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  return (
    <table className="work-table sources-page-table" aria-label={words.title}>
      <ColumnHeads names={columns.map((column) => words.columns[column])} />
      <tbody>
        {rows.map((row) => (
          <SourceRow key={row.id} row={row} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function SourceRow({ row, zone }: { readonly row: SourceBoardRow; readonly zone: string }): ReactNode {
  const all = useWords();
  const { locale } = all;
  const words = sourceWords[locale];
  const moment = (at: string | null): string => (at === null ? '—' : minuteMomentText(Date.parse(at), zone));
  return (
    <tr data-source={row.id}>
      <th scope="row">
        <PageLink href={pageHref('/sources', { source: row.id }, location.search)}>{row.names[locale]}</PageLink>
        <div className="note">{words.ways[row.way]}</div>
      </th>
      <td data-label={words.columns.state}>
        <SourceState row={row} zone={zone} />
      </td>
      <td data-label={words.columns.cadence}>{cadenceText(row.freshness, all)}</td>
      <td data-label={words.columns.contact}>{moment(row.lastContactAt)}</td>
      <td data-label={words.columns.record}>{moment(row.lastRecordAt)}</td>
      <td data-label={words.columns.complete}>
        <Completeness row={row} />
      </td>
      <td data-label={words.columns.duplicates} className="number">
        {numberText(row.duplicates, locale)}
      </td>
      <td data-label={words.columns.quarantined} className="number">
        <Quarantined row={row} />
      </td>
      <td data-label={words.columns.reminders} className="number">
        {numberText(row.reminders, locale)}
      </td>
    </tr>
  );
}

/** The share of the contacts that were due and came. Nothing was due yet: no share, and not 100 %. */
export function Completeness({ row: { contacts, dropped } }: { readonly row: SourceBoardRow }): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  const lost = dropped === 0 ? null : <div className="note nowrap">▲ {words.dropped(numberText(dropped, locale))}</div>;
  if (contacts === null || contacts.expected === 0) return lost === null ? '—' : <>—{lost}</>;
  const { seen, expected } = contacts;
  return (
    <>
      {shareText(seen / expected, locale)}
      <div className="note nowrap">{words.seen(numberText(seen, locale), numberText(expected, locale))}</div>
      {lost}
    </>
  );
}

/** How much was ever refused, and what of it waits. */
export function Quarantined({
  row: { quarantined, waiting, replayable },
}: {
  readonly row: SourceBoardRow;
}): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  return (
    <>
      {numberText(quarantined, locale)}
      {waiting === 0 ? null : (
        <div className="source-trouble nowrap">▲ {words.waiting(numberText(waiting, locale))}</div>
      )}
      {replayable === 0 ? null : <div className="note nowrap">{words.replayable(numberText(replayable, locale))}</div>}
    </>
  );
}
