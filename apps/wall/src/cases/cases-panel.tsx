import { minuteMomentText, numberText, spanText, type ExportedView } from '@flagtower/charts';
import type { CountedDossier, Freshness, KpiDefinition } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useSourceNames } from '../cells/source-names.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import { levelColor } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { Panel } from '../look/panel.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { casesQuery, type CasesTold } from './cases-requests.ts';
import { casesWords } from './cases-words.ts';
import { addressOfCase, levelOfCase, mostUrgentFirst } from './waiting-cases.ts';

import './cases.css';

interface CasesPanelProps {
  /** The figure whose cases are listed: those that wait. */
  readonly definition: KpiDefinition;
  /** How people call a case's sort: its topic, its severity. */
  readonly sortName: (code: string) => string;
  readonly freshness: Freshness | null;
  readonly zone: string;
}

/** The cases behind a figure, one by one, the most urgent first; each leads to everything that was told of it. */
export function CasesPanel(props: CasesPanelProps): ReactNode {
  const { definition } = props;
  const { locale, loading } = useWords();
  const words = casesWords[locale];
  const { ledger } = useStream();
  const { data, isError } = useQuery(casesQuery(ledger, definition.id));
  const name = definition.names[locale];
  if (data === undefined)
    return (
      <Panel area="cases" name={name} title={name} measured={null}>
        <p className="label">{isError ? words.failed : loading}</p>
      </Panel>
    );
  return <KnownCases {...props} told={data} />;
}

function KnownCases({
  definition,
  sortName,
  freshness,
  zone,
  told,
}: CasesPanelProps & { readonly told: CasesTold }): ReactNode {
  const { locale } = useWords();
  const words = casesWords[locale];
  const sourceName = useSourceNames();
  const name = definition.names[locale];
  const atMs = Date.parse(told.at);
  const cases = mostUrgentFirst(told.cases);
  const overdue = cases.filter((each) => levelOfCase(each, atMs) === 'warning').length;
  const row = (each: CountedDossier): CaseText => ({
    sort: each.procedure === null ? null : sortName(each.procedure),
    source: sourceName([each.source]),
    since: minuteMomentText(Date.parse(each.since), zone),
    due: each.dueAt === null ? words.noDue : minuteMomentText(Date.parse(each.dueAt), zone),
    left: each.dueAt === null ? '' : leftText(Date.parse(each.dueAt) - atMs, locale),
  });
  return (
    <Panel
      area="cases"
      name={name}
      title={name}
      measured={cases.length === 0 ? null : words.counts(numberText(cases.length, locale), numberText(overdue, locale))}
      menu={
        <ExportMenu
          title={name}
          view={(stamp) => ({
            ...stamp({ at: told.at, knownSeq: told.knownSeq }, freshness, [
              ...new Set(cases.map(({ source }) => source)),
            ]),
            ...casesTable(definition, name, locale),
            rows: cases.map((each) => {
              const { sort, source, since, due, left } = row(each);
              return [each.code, sort, source, since, due, left];
            }),
          })}
        />
      }
    >
      {cases.length === 0 ? (
        <p className="label">
          <Mark level="normal" name={null} size={16} /> {words.none}
        </p>
      ) : (
        // A keyboard scrolls what it can reach; what it reaches first is a link.
        <ol className="case-rows">
          {cases.map((each) => (
            <CaseRow key={each.id} item={each} text={row(each)} atMs={atMs} />
          ))}
        </ol>
      )}
      {told.hasMore ? <p className="note">{words.oldest(numberText(cases.length, locale))}</p> : null}
    </Panel>
  );
}

interface CaseText {
  /** `null`: nobody told. */
  readonly sort: string | null;
  readonly source: string;
  readonly since: string;
  readonly due: string;
  /** `''` where there is no deadline. */
  readonly left: string;
}

function CaseRow({
  item,
  text,
  atMs,
}: {
  readonly item: CountedDossier;
  readonly text: CaseText;
  readonly atMs: number;
}): ReactNode {
  const { locale, marks } = useWords();
  const words = casesWords[locale];
  const level = levelOfCase(item, atMs);
  const address = addressOfCase(item.code);
  const { columns } = words;
  return (
    <li className="case-row" data-level={level}>
      <Mark level={level} name={marks[level]} size={16} />
      <span className="case-name">
        <PageLink href={pageHref(`/drill/dossier/${item.id}`, {}, location.search)}>
          {[text.sort, item.code].filter((part) => part !== null).join(' · ')}
        </PageLink>
      </span>
      <span className="case-left nowrap" style={{ color: levelColor(level) }}>
        {text.left}
      </span>
      <span className="note case-about">
        {[text.source, `${columns.since.toLowerCase()} ${text.since}`, `${columns.due.toLowerCase()} ${text.due}`].join(
          ' · ',
        )}
        {address === null ? null : (
          <>
            {' · '}
            <a href={address} target="_blank" rel="noreferrer noopener">
              {words.open}
            </a>
          </>
        )}
      </span>
    </li>
  );
}

function leftText(leftMs: number, language: 'vi' | 'en'): string {
  const words = casesWords[language];
  const span = spanText(Math.abs(leftMs) - (Math.abs(leftMs) % 60_000), language);
  return leftMs < 0 ? words.overdue(span) : words.left(span);
}

function casesTable(
  { id }: KpiDefinition,
  title: string,
  language: 'vi' | 'en',
): Pick<ExportedView, 'name' | 'title' | 'unit' | 'columns'> {
  const { columns } = casesWords[language];
  return {
    name: id.replaceAll('.', '-'),
    title,
    unit: title,
    columns: (['case', 'sort', 'source', 'since', 'due', 'state'] as const).map((name) => ({
      name: columns[name],
      kind: 'text' as const,
    })),
  };
}
