import { momentText, numberText, type ExportedView } from '@flagtower/charts';
import type { CountedDossier } from '@flagtower/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';

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
import { listedFigures } from './listed-figures.ts';
import { stretchText } from './stretch-text.ts';

/** The dossiers behind a figure: to look at, to print and to hand over. */
export function DossierList(): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const frame = useDrillFrame();
  const { names, search, answer, href } = frame;
  const goTo = useGoTo();
  const kpi = listedFigures.find((each) => each === search.list) ?? 'dossiers.overdue';
  const isPart = search.part === 'unallocated';
  const count = isPart
    ? (answer.level.units?.rest?.figures[kpi]?.value ?? 0)
    : (answer.level.cards.find((card) => card.kpi === kpi)?.now.value ?? null);
  const page = useInfiniteQuery(dossiersQuery(kpi, listWords(frame)));
  const dossiers = page.data?.pages.flatMap((each) => each.dossiers) ?? [];
  const title = (isPart ? words.list.unallocated : words.list.title)(names.kpi(kpi));
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
            {listedFigures.map((each) => (
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
      {isPart ? <PartNote key={kpi} kpi={kpi} isThere={!page.isPending && !page.isPlaceholderData} /> : null}
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

/** The words of the list: of the level, or of what none of its rows has. */
function listWords({ place, answer, search }: DrillFrame): ReturnType<typeof figureWords> {
  const part = search.part === undefined ? {} : { unallocated: 'true' };
  return { ...figureWords(place, answer), ...part };
}

/** Says that it is a part, and leads to the whole; who came here by a figure of the row sees where it took them. */
function PartNote({ kpi, isThere }: { readonly kpi: string; readonly isThere: boolean }): ReactNode {
  const { locale } = useWords();
  const { list } = drillWords[locale];
  const { href } = useDrillFrame();
  const here = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Not before its rows are there: a page that has just changed its address goes to its top first.
    if (isThere) here.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  return (
    <p ref={here} className="label">
      {list.partNote} <PageLink href={href({ search: { list: kpi, part: undefined } })}>{list.whole}</PageLink>
    </p>
  );
}

function Table({ dossiers }: { readonly dossiers: readonly CountedDossier[] }): ReactNode {
  const { locale } = useWords();
  const { list } = drillWords[locale];
  const frame = useDrillFrame();
  return (
    <table className="level-table dossier-table">
      <ColumnHeads names={columnsOf(list, frame.search.part)} />
      <tbody>
        {dossiers.map((dossier) => {
          const [, ...cells] = cellsOf(dossier, frame, drillWords[locale], locale);
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

function columnsOf(list: DrillWords['list'], part: DrillFrame['search']['part']): string[] {
  const { code, unit, procedure, channel, received, due, since, standing } = list;
  const columns = [code, unit, procedure, channel, received, due, since, standing];
  return part === undefined ? columns : columns.toSpliced(2, 0, list.reason);
}

function cellsOf(
  { code, unit, unitNames, reason, procedure, channel, receivedAt, dueAt, since, standing }: CountedDossier,
  { names, zone, search }: Pick<DrillFrame, 'names' | 'zone' | 'search'>,
  { list }: DrillWords,
  locale: 'vi' | 'en',
): (string | null)[] {
  const moment = (instant: string | null): string | null =>
    instant === null ? null : momentText(Date.parse(instant), zone);
  return [
    code,
    // Of what stands in no unit the name says of which one it was: its code alone would be one of today.
    unit === null ? null : search.part === undefined ? names.unit(unit) : (unitNames?.[locale] ?? unit),
    ...(search.part === undefined ? [] : [reason === null ? null : list.reasons[reason]]),
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
      const dossiers = await readAllDossiers(kpi, listWords(frame), setCount);
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
        columns: columnsOf(list, frame.search.part).map((name) => ({ name, kind: 'text' })),
        rows: dossiers.map((dossier) => cellsOf(dossier, frame, mine, locale)),
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
