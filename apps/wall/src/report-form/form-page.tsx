import { calendarDayText } from '@flagtower/charts';
import { formAnswerSchema, unitCodeSchema, type FormAnswer } from '@flagtower/contracts';
import { keepPreviousData, QueryClient, QueryClientProvider, queryOptions, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
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
import { drillHref } from './drill-href.ts';
import { FormFiles } from './form-files.tsx';
import { FormNotes } from './form-notes.tsx';
import { linesOf, type FormLine } from './form-rows.ts';
import { FormTable } from './form-table.tsx';
import { formWords } from './form-words.ts';
import { lineName } from './line-name.ts';

import './form.css';

const PATH = '/form';

function formQuery(ledger: string, days: ReportDays, search: PeriodSearch) {
  const address = periodAddress('/v1/form', ledger, days, search);
  return queryOptions({
    queryKey: ['form', address],
    queryFn: ({ signal }): Promise<FormAnswer> => readJson(address, formAnswerSchema, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: isPinned(search) ? false : againMs,
  });
}

/** The official report form: a unit and those below it, one period, at one cut. */
export function FormPage(): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <FormDesk />
    </QueryClientProvider>
  );
}

function FormDesk(): ReactNode {
  const { locale } = useWords();
  const [mine, period] = [formWords[locale], periodWords[locale]];
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
        <Form search={search} days={days} zone={city.zone} href={href} />
      )}
    </main>
  );
}

interface FormProps {
  readonly search: PeriodSearch;
  readonly days: ReportDays;
  readonly zone: string;
  readonly href: (change: Partial<PeriodSearch>) => string;
}

function Form({ search, days, zone, href }: FormProps): ReactNode {
  const { locale } = useWords();
  const [mine, period] = [formWords[locale], periodWords[locale]];
  const { ledger } = useStream();
  const asked = useQuery(formQuery(ledger, days, search));
  const { data } = asked;
  const units = useQuery({ ...unitsOnQuery(data?.geography), enabled: data !== undefined }).data ?? [];
  const refusal = refusalOf(asked);
  if (data === undefined)
    return refusal === null ? (
      <p className="note">{period.waiting}</p>
    ) : (
      <p className="report-refusal" role="alert">{`${period.failed}: ${refusal}`}</p>
    );
  const nameOf = (line: FormLine): string => lineName(line, units, locale);
  const title = mine.caption(
    unitNameIn(units, data.unit, locale),
    periodName(days, search.period, period.names, calendarDayText),
  );
  const lines = linesOf(data);
  const hrefOf = (unit: string | null): string | null => {
    if (unit === null) return null;
    const hasForm = units.some(({ parent }) => parent === unit);
    return hasForm
      ? href({ unit: unitCodeSchema.parse(unit) })
      : drillHref(unit, { period: search.period, days, cut: data });
  };
  return (
    <>
      <div className="report-line">
        <CutLine
          cut={data}
          zone={zone}
          isKept={isPinned(search)}
          keep={href({ at: data.at, knownSeq: String(data.knownSeq) })}
          goOn={href({ at: undefined, knownSeq: undefined })}
        />
        <FormFiles title={title} lines={lines} nameOf={nameOf} cut={data} />
      </div>
      <FormTable
        caption={title}
        lines={lines}
        nameOf={nameOf}
        hrefOf={({ kind, unit }) => hrefOf(kind === 'unit' ? unit : null)}
      />
      <FormNotes total={lines[0]} />
    </>
  );
}
