import { momentText, numberText, type ExportedView } from '@flagtower/charts';
import type { CountedDossier } from '@flagtower/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { ledgerMark } from '../exporting/export-stamp.ts';
import { saveTable } from '../exporting/save-table.ts';
import { ColumnHeads } from '../look/column-heads.tsx';
import { Panel } from '../look/panel.tsx';
import { useGoTo } from '../navigation/go-to.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { useDrillFrame, type DrillFrame } from './drill-frame.ts';
import { dossiersQuery, figureWords, readAllDossiers } from './drill-requests.ts';
import { drillWords, type DrillWords } from './drill-words.ts';
import { figureText } from './figure-text.ts';
import { stretchText } from './stretch-text.ts';

/** Figures that are the count of dossiers, in the order in which somebody wants to see them. */
const listed = ['dossiers.overdue', 'dossiers.near-due', 'dossiers.open', 'dossiers.handled', 'dossiers.received'];

/** The dossiers behind a figure: to look at, to print and to hand over. */
export function DossierList(): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const frame = useDrillFrame();
  const { names, search, answer, place, href } = frame;
  const goTo = useGoTo();
  const kpi = listed.find((each) => each === search.list) ?? 'dossiers.overdue';
  const count = answer.level.cards.find((card) => card.kpi === kpi)?.now.value ?? null;
  const page = useInfiniteQuery(dossiersQuery(kpi, figureWords(place, answer)));
  const dossiers = page.data?.pages.flatMap((each) => each.dossiers) ?? [];
  const title = words.list.title(names.kpi(kpi));
  return (
    <Panel
      area="dossiers"
      name={title}
      title={title}
      measured={words.list.shown(numberText(dossiers.length, locale), figureText(count, 'count', locale))}
      aside={
        <span className="list-tools">
          <select
            aria-label={words.list.choose}
            value={kpi}
            onChange={(event) => goTo(href({ search: { list: event.target.value } }))}
          >
            {listed.map((each) => (
              <option key={each} value={each}>
                {names.kpi(each)}
              </option>
            ))}
          </select>
          <button type="button" className="quiet-button" onClick={() => print()}>
            {words.list.print}
          </button>
          <CsvButton kpi={kpi} title={title} />
        </span>
      }
    >
      <PrintHead />
      {dossiers.length === 0 && !page.isPending ? (
        <p className="label">{words.list.none}</p>
      ) : (
        <div className="ranking-scroll">
          <Table dossiers={dossiers} />
        </div>
      )}
      {page.hasNextPage ? (
        <button
          type="button"
          className="quiet-button"
          disabled={page.isFetching}
          onClick={() => void page.fetchNextPage()}
        >
          {words.list.more}
        </button>
      ) : null}
      <p className="note list-note">{words.list.standingNote}</p>
      <PrintFoot />
    </Panel>
  );
}

function Table({ dossiers }: { readonly dossiers: readonly CountedDossier[] }): ReactNode {
  const { locale } = useWords();
  const { list } = drillWords[locale];
  const frame = useDrillFrame();
  return (
    <table className="level-table dossier-table">
      <ColumnHeads
        names={[list.code, list.unit, list.procedure, list.channel, list.received, list.due, list.since, list.standing]}
      />
      <tbody>
        {dossiers.map((dossier) => {
          const [, ...cells] = cellsOf(dossier, frame, drillWords[locale]);
          return (
            <tr key={dossier.id}>
              <th scope="row">
                <PageLink href={frame.href({ place: { kind: 'dossier', id: dossier.id } })}>{dossier.code}</PageLink>
              </th>
              {cells.map((text, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- the columns stay where they are
                <td key={index} className="nowrap">
                  {text ?? '—'}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function cellsOf(
  { code, unit, procedure, channel, receivedAt, dueAt, since, standing }: CountedDossier,
  { names, zone }: Pick<DrillFrame, 'names' | 'zone'>,
  { list }: DrillWords,
): (string | null)[] {
  const moment = (instant: string | null): string | null =>
    instant === null ? null : momentText(Date.parse(instant), zone);
  return [
    code,
    unit === null ? null : names.unit(unit),
    procedure === null ? null : names.procedure(procedure),
    channel === null ? null : names.channel(channel),
    moment(receivedAt),
    moment(dueAt),
    moment(since),
    list.standings[standing] ?? standing,
  ];
}

/** All of them, for a Vietnamese Excel. */
function CsvButton({ kpi, title }: { readonly kpi: string; readonly title: string }): ReactNode {
  const words = useWords();
  const { locale } = words;
  const mine = drillWords[locale];
  const { list } = mine;
  const frame = useDrillFrame();
  const { ledger } = useStream();
  const [count, setCount] = useState<number | null>(null);
  const save = async (): Promise<void> => {
    setCount(0);
    try {
      const dossiers = await readAllDossiers(kpi, figureWords(frame.place, frame.answer), setCount);
      const view: ExportedView = {
        name: 'dossiers',
        language: locale,
        title: `${title}, ${frame.answer.level.path.map((step) => frame.names.step(step)).join(' › ')}`,
        unit: words.dossierUnit,
        cut: words.exporting.cut(
          momentText(Date.parse(frame.answer.at), frame.zone),
          frame.zone,
          String(frame.answer.knownSeq),
        ),
        source: [...new Set(dossiers.map(({ source }) => source))].join(', '),
        mark: ledgerMark(ledger, words),
        columns: [
          list.code,
          list.unit,
          list.procedure,
          list.channel,
          list.received,
          list.due,
          list.since,
          list.standing,
        ].map((name) => ({ name, kind: 'text' })),
        rows: dossiers.map((dossier) => cellsOf(dossier, frame, mine)),
      };
      saveTable(view);
    } finally {
      setCount(null);
    }
  };
  return (
    <button type="button" className="quiet-button" disabled={count !== null} onClick={() => void save()}>
      {count === null ? list.csv : list.gathering(numberText(count, locale))}
    </button>
  );
}

/** On paper there is no address and no header: the sheet says itself what it is. */
function PrintHead(): ReactNode {
  const words = useWords();
  const { answer, names, zone } = useDrillFrame();
  const { ledger } = useStream();
  const { period } = answer.level;
  const mark = ledgerMark(ledger, words);
  return (
    <div className="print-only">
      <p>
        <b>{answer.level.path.map((step) => names.step(step)).join(' › ')}</b>
      </p>
      <p>
        {stretchText(period.from, period.to < answer.at ? period.to : answer.at, zone)} ·{' '}
        {words.exporting.cut(momentText(Date.parse(answer.at), zone), zone, String(answer.knownSeq))}
        {mark === null ? '' : ` · ${mark}`}
      </p>
    </div>
  );
}

function PrintFoot(): ReactNode {
  const { locale } = useWords();
  const { list } = drillWords[locale];
  return (
    <div className="print-only print-signatures">
      {[list.handOver, list.receiver].map((who) => (
        <div key={who}>
          <b>{who}</b>
          <br />({list.signature})
        </div>
      ))}
    </div>
  );
}
