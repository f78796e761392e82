import { calendarDayText, momentText } from '@flagtower/charts';
import { daySchema, type Unit } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useGoTo } from '../navigation/go-to.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { GeographyChoice } from './geography-choice.tsx';
import { reportPeriods, type PeriodSearch } from './period-search.ts';
import { periodWords } from './period-words.ts';
import { dayBefore, periodName, steppedDay, type ReportDays } from './report-period.ts';
import { UnitChoice } from './unit-choice.tsx';

import './period-bar.css';

interface PeriodBarProps {
  readonly search: PeriodSearch;
  /** `null`: the two days of a custom period are not both there. */
  readonly days: ReportDays | null;
  readonly root: string;
  /** Units to choose from, of the geography that the page is read in. */
  readonly units: readonly Unit[];
  /** `null`: not known yet. */
  readonly today: string | null;
  readonly href: (change: Partial<PeriodSearch>) => string;
}

/** Whose report, and of which period; every choice is an address. */
export function PeriodBar({ search, days, root, units, today, href }: PeriodBarProps): ReactNode {
  const { locale } = useWords();
  const words = periodWords[locale];
  const goTo = useGoTo();
  const { period } = search;
  return (
    <fieldset className="report-bar" aria-label={words.controls}>
      <UnitChoice unit={search.unit ?? root} units={units} root={root} href={href} />
      <label>
        <span className="note">{words.period}</span>
        <select
          value={period}
          onChange={(event) => {
            const chosen = reportPeriods.find((name) => name === event.target.value) ?? 'month';
            const on = days === null ? undefined : daySchema.parse(days.from);
            const custom =
              chosen === 'custom' && days !== null
                ? { from: daySchema.parse(days.from), to: daySchema.parse(dayBefore(days.to)) }
                : { from: undefined, to: undefined };
            goTo(href({ period: chosen, on: chosen === 'custom' ? undefined : on, ...custom }));
          }}
        >
          {reportPeriods.map((name) => (
            <option key={name} value={name}>
              {words.kinds[name]}
            </option>
          ))}
        </select>
      </label>
      {period === 'custom' ? (
        <CustomDays search={search} href={href} />
      ) : days === null ? null : (
        <div className="report-steps">
          <PageLink href={href({ on: daySchema.parse(steppedDay(period, days.from, -1)) })} aria-label={words.before}>
            ‹
          </PageLink>
          <span className="nowrap">{periodName(days, period, words.names, calendarDayText)}</span>
          <PageLink href={href({ on: daySchema.parse(steppedDay(period, days.from, 1)) })} aria-label={words.after}>
            ›
          </PageLink>
        </div>
      )}
      {today === null ? null : <GeographyChoice geography={search.geography} today={today} href={href} />}
    </fieldset>
  );
}

function CustomDays({ search, href }: Pick<PeriodBarProps, 'search' | 'href'>): ReactNode {
  const { locale } = useWords();
  const words = periodWords[locale];
  const goTo = useGoTo();
  return (['from', 'to'] as const).map((end) => (
    <label key={end}>
      <span className="note">{words[end]}</span>
      <input
        type="date"
        value={search[end] ?? ''}
        onChange={(event) => {
          const day = daySchema.safeParse(event.target.value);
          if (day.success) goTo(href({ [end]: day.data }));
        }}
      />
    </label>
  ));
}

/** Which moment and which commit the page speaks of, and a link that shows the same tomorrow. */
export function CutLine({
  cut,
  zone,
  isKept,
  keep,
  goOn,
}: {
  readonly cut: { readonly at: string; readonly knownSeq: number };
  readonly zone: string;
  readonly isKept: boolean;
  readonly keep: string;
  readonly goOn: string;
}): ReactNode {
  const { locale } = useWords();
  const words = periodWords[locale];
  const at = Date.parse(cut.at);
  return (
    <p className="note report-cut">
      {words.until(momentText(at, zone), String(cut.knownSeq))}
      {' · '}
      {isKept ? `${words.kept} · ` : ''}
      <PageLink href={isKept ? goOn : keep}>{isKept ? words.goOn : words.keep}</PageLink>
    </p>
  );
}
