import { momentText, numberText, type ExportedView } from '@flagtower/charts';
import type { SourceCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useSources } from '../cells/use-cells.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import type { Stamped } from '../exporting/export-stamp.ts';
import { cadenceText } from '../freshness/cadence-text.ts';
import { sourceLevels } from '../freshness/source-level.ts';
import { Mark } from '../look/mark.tsx';
import { Panel } from '../look/panel.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';

/** Every source with what it promised and how it keeps it. */
export function SourcesBoard({
  sources,
  zone,
  onClose,
}: {
  readonly sources: readonly SourceCell[];
  readonly zone: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords();
  const { cut } = useSources();
  const table = sourcesTable(sources, zone, words);
  return (
    <div className="sources-board">
      <Panel
        area="sources"
        name={words.sources.title}
        title={words.sources.all(String(sources.length))}
        measured={words.sources.measured}
        aside={
          <button type="button" className="label sources-close" onClick={onClose}>
            {words.sources.close} ✕
          </button>
        }
        menu={
          <ExportMenu
            title={words.sources.title}
            view={(stamp) => ({
              ...stamp(
                cut,
                null,
                sources.map(({ id }) => id),
              ),
              ...table,
            })}
          />
        }
      >
        <SourcesTable sources={sources} table={table} />
      </Panel>
    </div>
  );
}

type Table = Omit<ExportedView, keyof Stamped>;

function SourcesTable({
  sources,
  table,
}: {
  readonly sources: readonly SourceCell[];
  readonly table: Table;
}): ReactNode {
  const { locale } = useWords();
  return (
    <table className="sources-table">
      <thead>
        <tr>
          {table.columns.map(({ name, kind }) => (
            <th key={name} scope="col" data-kind={kind}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sources.map((source, index) => (
          <tr key={source.id}>
            {(table.rows[index] ?? []).map((cell, column) => (
              <td key={table.columns[column]?.name} data-kind={table.columns[column]?.kind}>
                {column === 1 ? <Mark level={sourceLevels[source.freshness.state]} name={null} size={14} /> : null}{' '}
                {column === 0 ? (
                  <PageLink href={pageHref('/sources', { source: source.id }, location.search)}>{cell}</PageLink>
                ) : cell === null ? (
                  '—'
                ) : typeof cell === 'number' ? (
                  numberText(cell, locale)
                ) : (
                  cell
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sourcesTable(sources: readonly SourceCell[], zone: string, words: Words): Table {
  const { columns, title } = words.sources;
  const moment = (at: string | null): string | null => (at === null ? null : momentText(Date.parse(at), zone));
  return {
    name: 'sources',
    title,
    unit: words.sources.measured,
    columns: [
      { name: columns.source, kind: 'text' },
      { name: columns.state, kind: 'text' },
      { name: columns.cadence, kind: 'text' },
      { name: columns.contact, kind: 'text' },
      { name: columns.data, kind: 'text' },
      { name: columns.accepted, kind: 'number' },
      { name: columns.duplicates, kind: 'number' },
      { name: columns.quarantined, kind: 'number' },
    ],
    rows: sources.map((source) => [
      source.names[words.locale],
      words.freshness.states[source.freshness.state],
      cadenceText(source.freshness, words),
      moment(source.lastContactAt),
      moment(source.lastRecordAt),
      source.accepted,
      source.duplicates,
      source.quarantined,
    ]),
  };
}
