import { numberText } from '@flagtower/charts';
import type { ProgrammeRow, TargetState } from '@flagtower/contracts';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';

import { useSourceNames } from '../cells/source-names.ts';
import { useCity } from '../city/city-view.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import { Problem } from '../forms/problem.tsx';
import { Panel } from '../look/panel.tsx';
import { CutLine } from '../period/period-bar.tsx';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { CommuneTallies } from './commune-tallies.tsx';
import { programmeTable } from './programme-export.ts';
import { filterSchema, programmeHref, ProgrammeFilters, type ProgrammeFilter } from './programme-filters.tsx';
import { readProgramme, type ProgrammeAnswer, type ProgrammeQuestion } from './programme-requests.ts';
import { ProgrammeTable } from './programme-table.tsx';
import { programmeWords } from './programme-words.ts';
import { StateMark, stateOrder } from './state-mark.tsx';

import '../forms/forms.css';
import './programme.css';

/** All targets as one programme, at any moment, as it was known then. */
export function ProgrammePage(): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <Programme />
    </QueryClientProvider>
  );
}

function Programme(): ReactNode {
  const { locale } = useWords();
  const words = programmeWords[locale];
  const zone = useCity()?.zone ?? 'UTC';
  const { ledger } = useStream();
  const search: unknown = useSearch({ strict: false });
  const filter = useMemo(() => filterSchema.parse(search), [search]);
  const question = useMemo(
    () => ({ ledger, at: filter.at, known: filter.known, knownSeq: filter.knownSeq }),
    [ledger, filter.at, filter.known, filter.knownSeq],
  );
  const told = useQuery({
    queryKey: ['programme', question],
    queryFn: ({ signal }) => readProgramme(question, false, signal),
    // Whoever looks at the present sees it move; the past stays as it was.
    refetchInterval: filter.at === undefined ? 60_000 : false,
  });
  return (
    <main className="work-page programme-page">
      <header className="programme-head">
        <div>
          <h1>{words.title}</h1>
          <p className="label">{words.intro}</p>
        </div>
        <ProgrammeFilters filter={filter} rows={told.data?.rows ?? []} at={told.data?.at ?? null} zone={zone} />
      </header>
      <Problem error={told.error} />
      {told.data === undefined ? null : (
        <CutLine
          cut={told.data}
          zone={zone}
          isKept={filter.at !== undefined && (filter.known ?? filter.knownSeq) !== undefined}
          keep={programmeHref(filter, { at: told.data.at, known: undefined, knownSeq: String(told.data.knownSeq) })}
          goOn={programmeHref(filter, { at: undefined, known: undefined, knownSeq: undefined })}
        />
      )}
      {told.data === undefined ? null : <Told answer={told.data} filter={filter} question={question} zone={zone} />}
    </main>
  );
}

function isShown(row: ProgrammeRow, { unit, state }: ProgrammeFilter): boolean {
  return (unit === undefined || row.unit === unit) && (state === undefined || row.state === state);
}

function Told({
  answer,
  filter,
  question,
  zone,
}: {
  readonly answer: ProgrammeAnswer;
  readonly filter: ProgrammeFilter;
  readonly question: ProgrammeQuestion;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = programmeWords[locale];
  const rows = answer.rows.filter((row) => isShown(row, filter));
  const isFiltered = filter.unit !== undefined || filter.state !== undefined;
  const groups = answer.programmes.map(({ id, names, basis }) => ({
    id,
    title: names[locale],
    basis: words.source(basis[locale]),
    rows: rows.filter(({ target }) => target?.programme === id),
    tallies: isFiltered ? [] : answer.tallies.filter(({ target }) => target.programme === id),
  }));
  const without = rows.filter(({ target }) => target === null);
  const shown = groups.filter((group) => group.rows.length + group.tallies.length > 0);
  return (
    <>
      <Summary rows={answer.rows} />
      {shown.length + without.length === 0 ? <p className="label">{words.none}</p> : null}
      {shown.map((group) => (
        <Group key={group.id} answer={answer} title={group.title} measured={group.basis} rows={group.rows} zone={zone}>
          <CommuneTallies tallies={group.tallies} question={question} zone={zone} />
        </Group>
      ))}
      {without.length === 0 ? null : (
        <Group answer={answer} title={words.without} measured={null} rows={without} zone={zone} />
      )}
      <p className="note">{words.legend}</p>
    </>
  );
}

function Group({
  answer,
  title,
  measured,
  rows,
  zone,
  children,
}: {
  readonly answer: ProgrammeAnswer;
  readonly title: string;
  readonly measured: string | null;
  readonly rows: readonly ProgrammeRow[];
  readonly zone: string;
  readonly children?: ReactNode;
}): ReactNode {
  const { locale } = useWords();
  const nameOf = useSourceNames();
  return (
    <Panel
      area="programme"
      name={title}
      title={title}
      measured={measured}
      menu={
        <ExportMenu
          title={title}
          view={(stamp) => ({
            ...stamp({ at: answer.at, knownSeq: answer.knownSeq }, null, []),
            ...(measured === null ? {} : { source: measured }),
            name: 'programme',
            title,
            unit: programmeWords[locale].columns.figure,
            ...programmeTable(answer, rows, { language: locale, zone, nameOf: (id) => nameOf([id]) }),
          })}
        />
      }
    >
      {rows.length === 0 ? null : (
        <div className="table-scroll">
          <ProgrammeTable rows={rows} cut={answer} zone={zone} name={title} />
        </div>
      )}
      {children}
    </Panel>
  );
}

/** How many targets of the city and its districts are where; the communes are counted by themselves below. */
function Summary({ rows }: { readonly rows: readonly ProgrammeRow[] }): ReactNode {
  const { locale } = useWords();
  const words = programmeWords[locale];
  const aims = rows.filter(({ state }) => state !== null);
  const count = (state: TargetState): number => aims.filter((row) => row.state === state).length;
  return (
    <section className="programme-summary" aria-label={words.summary}>
      <ul>
        {stateOrder.toReversed().map((state) => (
          <li key={state} data-summary={state}>
            <span className="programme-count">{numberText(count(state), locale)}</span>
            <StateMark state={state} size={18} />
          </li>
        ))}
      </ul>
      <p className="label">{words.ofTargets(numberText(aims.length, locale))}</p>
    </section>
  );
}
