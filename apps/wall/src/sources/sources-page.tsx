import { numberText } from '@flagtower/charts';
import { freshnessStateSchema, type SourceBoardRow } from '@flagtower/contracts';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';

import { useCity } from '../city/city-view.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import { Problem } from '../forms/problem.tsx';
import { sourceLevels } from '../freshness/source-level.ts';
import { useSourcesNow } from '../freshness/use-sources-now.ts';
import { Mark } from '../look/mark.tsx';
import { Panel } from '../look/panel.tsx';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { SourceDetail } from './source-detail.tsx';
import { readBoard, type SourceBoard } from './source-requests.ts';
import { sourceWords } from './source-words.ts';
import { sourcesTable } from './sources-export.ts';
import { SourcesTable } from './sources-table.tsx';

import '../forms/forms.css';
import './sources-page.css';

const searchSchema = z.object({ source: z.string().max(63).optional().catch(undefined) });

/** Right, complete, clean, alive: every source of the ledger, and each by itself. */
export function SourcesPage(): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <Sources />
    </QueryClientProvider>
  );
}

function Sources(): ReactNode {
  const { locale } = useWords();
  const words = sourceWords[locale];
  const zone = useCity()?.zone ?? 'UTC';
  const search: unknown = useSearch({ strict: false });
  const { source } = searchSchema.parse(search);
  return (
    <main className="work-page sources-page">
      <header>
        <h1>{words.title}</h1>
        <p className="label">{words.intro}</p>
      </header>
      {source === undefined ? <Board zone={zone} /> : <SourceDetail id={source} zone={zone} />}
    </main>
  );
}

function Board({ zone }: { readonly zone: string }): ReactNode {
  const { ledger } = useStream();
  const told = useQuery({
    queryKey: ['sources', ledger],
    queryFn: ({ signal }) => readBoard(ledger, signal),
    refetchInterval: 10_000,
  });
  return (
    <>
      <Problem error={told.error} />
      {told.data === undefined ? null : <Told board={told.data} zone={zone} />}
    </>
  );
}

function Told({ board, zone }: { readonly board: SourceBoard; readonly zone: string }): ReactNode {
  const { locale, freshness } = useWords();
  const words = sourceWords[locale];
  const rows = useSourcesNow(board.sources);
  return (
    <>
      <Summary rows={rows} />
      <Panel
        area="sources-page"
        name={words.title}
        title={words.title}
        measured={words.measured}
        menu={
          <ExportMenu
            title={words.title}
            view={(stamp) => ({
              ...stamp({ at: board.at, knownSeq: board.knownSeq }, null, []),
              name: 'sources',
              title: words.title,
              unit: words.measured,
              ...sourcesTable(rows, { language: locale, zone, states: freshness.states }),
            })}
          />
        }
      >
        {rows.length === 0 ? (
          <p className="label">{words.none}</p>
        ) : (
          <div className="table-scroll">
            <SourcesTable rows={rows} zone={zone} />
          </div>
        )}
      </Panel>
    </>
  );
}

function Summary({ rows }: { readonly rows: readonly SourceBoardRow[] }): ReactNode {
  const { locale, freshness } = useWords();
  const words = sourceWords[locale];
  return (
    <section className="sources-summary" aria-label={words.summary}>
      <ul>
        {freshnessStateSchema.options.map((state) => (
          <li key={state} data-summary={state}>
            <span className="sources-count">
              {numberText(rows.filter((row) => row.freshness.state === state).length, locale)}
            </span>
            <span>
              <Mark level={sourceLevels[state]} name={null} size={18} /> {freshness.states[state]}
            </span>
          </li>
        ))}
      </ul>
      <p className="label">{words.ofSources(numberText(rows.length, locale))}</p>
    </section>
  );
}
