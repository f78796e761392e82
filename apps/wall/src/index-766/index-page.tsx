import { calendarDayText, type ExportedView } from '@flagtower/charts';
import { index766AnswerSchema, instantSchema, unitCodeSchema, type Index766Answer } from '@flagtower/contracts';
import { keepPreviousData, QueryClient, QueryClientProvider, queryOptions, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import type { ExportStamp, Stamped } from '../exporting/export-stamp.ts';
import { pageHref } from '../navigation/page-href.ts';
import { CutLine, PeriodBar } from '../period/period-bar.tsx';
import { againMs, isPinned, periodAddress, refusalOf, unitsOnQuery } from '../period/period-requests.ts';
import { usePeriodSearch, writtenPeriod, type PeriodSearch } from '../period/period-search.ts';
import { periodWords } from '../period/period-words.ts';
import { ReportHead } from '../period/report-head.tsx';
import { periodName, type ReportDays } from '../period/report-period.ts';
import { unitNameIn } from '../period/unit-name.ts';
import { useReportDays } from '../period/use-report-days.ts';
import { readJson } from '../stream/read-json.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { GainsPanel } from './gains-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { gainsView, historyView, itemsView, rankingView } from './index-views.ts';
import { indexWords } from './index-words.ts';
import { ItemsPanel } from './items-panel.tsx';
import { RankingPanel } from './ranking-panel.tsx';
import { TotalPanel } from './total-panel.tsx';

import './index-page.css';

const PATH = '/index-766';

function indexQuery(ledger: string, days: ReportDays, search: PeriodSearch) {
  const address = periodAddress('/v1/index-766', ledger, days, search);
  return queryOptions({
    queryKey: ['index-766', address],
    queryFn: ({ signal }): Promise<Index766Answer> => readJson(address, index766AnswerSchema, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: isPinned(search) ? false : againMs,
  });
}

/** The index of Decision 766 of a unit: what is certain, what is open, and what would raise it most. */
export function IndexPage(): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <IndexDesk />
    </QueryClientProvider>
  );
}

function IndexDesk(): ReactNode {
  const { locale } = useWords();
  const [mine, period] = [indexWords[locale], periodWords[locale]];
  const search = usePeriodSearch();
  const days = useReportDays(search);
  const city = useCity();
  const units = useQuery(unitsOnQuery(search.geography)).data ?? city?.units ?? [];
  const href = (change: Partial<PeriodSearch>): string =>
    pageHref(PATH, writtenPeriod({ ...search, ...change }), location.search);
  return (
    <main className="report-page">
      <ReportHead title={mine.title} />
      <PeriodBar
        search={search}
        days={days === 'waiting' ? null : days}
        root={city?.root ?? ''}
        units={units}
        href={href}
      />
      {days === null ? <p className="report-refusal">{period.incomplete}</p> : null}
      {days === 'waiting' ? <p className="note">{period.waiting}</p> : null}
      {days === null || days === 'waiting' || city === null ? null : (
        <Index search={search} days={days} zone={city.zone} href={href} />
      )}
    </main>
  );
}

interface IndexProps {
  readonly search: PeriodSearch;
  readonly days: ReportDays;
  readonly zone: string;
  readonly href: (change: Partial<PeriodSearch>) => string;
}

function Index({ search, days, zone, href }: IndexProps): ReactNode {
  const { locale } = useWords();
  const [mine, period] = [indexWords[locale], periodWords[locale]];
  const { ledger } = useStream();
  const asked = useQuery(indexQuery(ledger, days, search));
  const { data } = asked;
  const units = useQuery({ ...unitsOnQuery(data?.geography), enabled: data !== undefined }).data ?? [];
  const refusal = refusalOf(asked);
  if (data === undefined)
    return refusal === null ? (
      <p className="note">{period.waiting}</p>
    ) : (
      <p className="report-refusal" role="alert">{`${period.failed}: ${refusal}`}</p>
    );
  const nameOf = (unit: string): string => unitNameIn(units, unit, locale);
  const title = mine.caption(nameOf(data.unit), periodName(days, search.period, period.names, calendarDayText));
  const menu = (name: string, view: (stamped: Stamped) => ExportedView): ReactNode => (
    <ExportMenu title={name} view={(stamp) => view(stampOf(stamp, data))} />
  );
  return (
    <>
      <div className="report-line">
        <h2 className="index-caption">{title}</h2>
        <CutLine
          cut={data}
          zone={zone}
          isKept={isPinned(search)}
          keep={href({ at: data.at, knownSeq: String(data.knownSeq) })}
          goOn={href({ at: undefined, knownSeq: undefined })}
        />
      </div>
      <div className="index-grid">
        <div className="index-column">
          <TotalPanel answer={data} menu={menu(mine.total, (stamped) => itemsView(stamped, title, data))} />
          <ItemsPanel answer={data} menu={menu(mine.items, (stamped) => itemsView(stamped, title, data))} />
        </div>
        <div className="index-column">
          <GainsPanel answer={data} menu={menu(mine.gains, (stamped) => gainsView(stamped, title, data))} />
          <RankingPanel
            answer={data}
            nameOf={nameOf}
            hrefOf={(unit) => href({ unit: unitCodeSchema.parse(unit) })}
            menu={menu(mine.ranking, (stamped) => rankingView(stamped, title, data, nameOf))}
          />
          <HistoryPanel answer={data} menu={menu(mine.history, (stamped) => historyView(stamped, title, data))} />
        </div>
      </div>
    </>
  );
}

function stampOf(stamp: ExportStamp, { at, knownSeq }: Index766Answer): Stamped {
  return stamp({ at: instantSchema.parse(at), knownSeq }, null, []);
}
