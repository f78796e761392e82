import { calendarDayText } from '@flagtower/charts';
import type { PeriodAnswer, Unit } from '@flagtower/contracts';
import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { z } from 'zod';

import { useCity } from '../city/city-view.ts';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { readJson } from '../stream/read-json.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { refusalSentence } from '../words/refusal-sentence.ts';
import { CutLine, PeriodBar } from './period-bar.tsx';
import { againMs, isPinned, periodAddress, unitsOnQuery } from './period-requests.ts';
import { usePeriodSearch, writtenPeriod, type PeriodSearch } from './period-search.ts';
import { periodWords } from './period-words.ts';
import { ReportHead } from './report-head.tsx';
import { dayBefore, periodName, type ReportDays } from './report-period.ts';
import { unitNameIn } from './unit-name.ts';
import { useReportDays } from './use-report-days.ts';

interface PeriodPageProps<Answer extends PeriodAnswer> {
  /** The page's own address, without its words. */
  readonly path: string;
  readonly title: string;
  /** Where its answer is asked for. */
  readonly source: string;
  readonly schema: z.ZodType<Answer>;
  readonly children: (shown: ShownPeriod<Answer>) => ReactNode;
}

/** An answer, with what a page needs to show it. */
export interface ShownPeriod<Answer> {
  readonly answer: Answer;
  /** Of the answer's geography. */
  readonly units: readonly Unit[];
  readonly unitName: string;
  readonly periodName: string;
  readonly search: PeriodSearch;
  readonly days: ReportDays;
  /** The same page with some words changed. */
  readonly href: (change: Partial<PeriodSearch>) => string;
  /** As of when the figures are, and how to keep them. */
  readonly cutLine: ReactNode;
}

/** A page about a unit and a period at one cut: all of it is in its address, and it goes on unless it is pinned. */
export function PeriodPage<Answer extends PeriodAnswer>(props: PeriodPageProps<Answer>): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <Desk {...props} />
    </QueryClientProvider>
  );
}

function Desk<Answer extends PeriodAnswer>(props: PeriodPageProps<Answer>): ReactNode {
  const { locale } = useWords();
  const words = periodWords[locale];
  const search = usePeriodSearch();
  const days = useReportDays(search);
  const city = useCity();
  const today = city?.geography ?? null;
  const geography = search.geography ?? (days === null || days === 'waiting' ? today : lastDay(days, today));
  const units = useQuery({ ...unitsOnQuery(geography ?? undefined), enabled: geography !== null }).data ?? [];
  const href = (change: Partial<PeriodSearch>): string =>
    pageHref(props.path, writtenPeriod({ ...search, ...change }), location.search);
  return (
    <main className="report-page">
      <ReportHead title={props.title} />
      <PeriodBar
        search={search}
        days={days === 'waiting' ? null : days}
        root={city?.root ?? ''}
        units={units}
        today={today}
        href={href}
      />
      <MissingUnit unit={search.unit} units={units} href={href} />
      {days === null ? <p className="report-refusal">{words.incomplete}</p> : null}
      {days === 'waiting' ? <p className="note">{words.waiting}</p> : null}
      {days === null || days === 'waiting' || city === null ? null : (
        <Answered {...props} search={search} days={days} zone={city.zone} href={href} />
      )}
    </main>
  );
}

/** Of a period that still runs: today. */
function lastDay({ to }: ReportDays, today: string | null): string {
  const last = dayBefore(to);
  return today !== null && today < last ? today : last;
}

/** Codes are of their time: who goes back to before July 2025 with a commune of today is told, and led on. */
function MissingUnit({
  unit,
  units,
  href,
}: {
  readonly unit: string | undefined;
  readonly units: readonly Unit[];
  readonly href: (change: Partial<PeriodSearch>) => string;
}): ReactNode {
  const { locale } = useWords();
  const words = periodWords[locale];
  if (unit === undefined || units.length === 0 || units.some(({ code }) => code === unit)) return null;
  return (
    <p className="report-refusal" role="alert">
      {words.noSuchUnit(unit)} <PageLink href={href({ unit: undefined })}>{words.toCity}</PageLink>
    </p>
  );
}

function Answered<Answer extends PeriodAnswer>({
  source,
  schema,
  children,
  search,
  days,
  zone,
  href,
}: PeriodPageProps<Answer> &
  Pick<ShownPeriod<Answer>, 'search' | 'days' | 'href'> & { readonly zone: string }): ReactNode {
  const { locale } = useWords();
  const words = periodWords[locale];
  const { ledger } = useStream();
  const address = periodAddress(source, ledger, days, search);
  const asked = useQuery({
    queryKey: ['period', address],
    queryFn: ({ signal }): Promise<Answer> => readJson(address, schema, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: isPinned(search) ? false : againMs,
  });
  const { data } = asked;
  const units = useQuery({ ...unitsOnQuery(data?.geography), enabled: data !== undefined }).data ?? [];
  if (data === undefined)
    return asked.error === null ? (
      <p className="note">{words.waiting}</p>
    ) : (
      <p className="report-refusal" role="alert">{`${words.failed}. ${refusalSentence(asked.error, locale)}`}</p>
    );
  return children({
    answer: data,
    units,
    unitName: unitNameIn(units, data.unit, locale),
    periodName: periodName(days, search.period, words.names, calendarDayText),
    search,
    days,
    href,
    cutLine: (
      <CutLine
        cut={data}
        zone={zone}
        isKept={isPinned(search)}
        keep={href({ at: data.at, knownSeq: String(data.knownSeq) })}
        goOn={href({ at: undefined, knownSeq: undefined })}
      />
    ),
  });
}
