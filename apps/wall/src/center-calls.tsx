import { hoursOption, numberText, shareText, spanText, type ExportedView } from '@flagtower/charts';
import type { CityView, Cut, Freshness, KpiValue } from '@flagtower/contracts';
import { localDayNumber, startOfDayMs } from '@flagtower/domain';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import type { CallFigures } from './calls/call-figures.ts';
import { callWords } from './calls/call-words.ts';
import { lineHoursQuery, linesQuery } from './calls/calls-requests.ts';
import { lineHours, USUAL_DAYS, type LineHours } from './calls/line-hours.ts';
import { feedThingName } from './city/thing-names.ts';
import { ExportMenu } from './exporting/export-menu.tsx';
import { RowValue } from './freshness/row-value.tsx';
import { Panel } from './look/panel.tsx';
import { fontFamily, useLook } from './look/theme.tsx';
import { useStream } from './stream/stream-context.ts';
import { Chart } from './time-charts/chart.tsx';
import { useWords } from './words/language.tsx';

import './calls/calls-panel.css';
import './time-charts/charts.css';

/** From so many times the usual on a line is what the panel speaks of: a rule of ours for its title, which judges nothing. */
const SPOKEN_OF = 2;

/** What is known of one line. */
interface Line extends LineHours {
  readonly id: string;
  readonly name: string;
  /** Of the last 60 minutes. */
  readonly hour: number | null;
  readonly today: number | null;
  /** In [0, 1]. */
  readonly valid: number | null;
  /** Seconds. */
  readonly reach: number | null;
}

interface CallsPanelProps {
  readonly city: CityView;
  readonly figures: CallFigures;
  /** The ledger's clock; `null`: not known yet. */
  readonly nowMs: number | null;
  readonly freshness: Freshness | null;
  readonly sources: readonly string[];
}

/** Every line by itself: a sum hides that one of them is flooded. */
export function CallsPanel({ city, figures, nowMs, freshness, sources }: CallsPanelProps): ReactNode {
  const { locale, loading } = useWords();
  const words = callWords[locale];
  const { cut, isError, lines } = useLines(city, figures, nowMs);
  const empty = cut === null ? (isError ? words.failed : loading) : words.none;
  const most = Math.max(
    0,
    ...lines.flatMap(({ buckets }) => buckets.flatMap(({ value, usual }) => [value ?? 0, usual ?? 0])),
  );
  return (
    <Panel
      area="calls"
      name={words.name}
      title={titleOf(lines, locale)}
      measured={words.measured}
      menu={
        <ExportMenu
          title={words.name}
          view={(stamp) => ({
            ...stamp(cut, freshness, sources),
            ...linesTable(lines, locale),
          })}
        />
      }
    >
      {lines.length === 0 || nowMs === null ? (
        <p className="label">{empty}</p>
      ) : (
        <ul className="call-lines">
          {lines.map((line) => (
            <CallLine key={line.id} line={line} most={most} nowMs={nowMs} zone={city.zone} freshness={freshness} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface LinesNow {
  /** `null`: nothing was told yet. */
  readonly cut: Cut | null;
  readonly isError: boolean;
  /** In the order of their numbers, which people know by heart. */
  readonly lines: readonly Line[];
}

function useLines(city: CityView, figures: CallFigures, nowMs: number | null): LinesNow {
  const { locale } = useWords();
  const { ledger } = useStream();
  const { zone } = city;
  const today = nowMs === null ? null : localDayNumber(nowMs, zone);
  const fromOf = (back: number): string | null =>
    today === null ? null : new Date(startOfDayMs(today - back, zone)).toISOString();
  const midnight = fromOf(0);
  const { data, isError } = useQuery(linesQuery(ledger, figures, midnight));
  const byLine = (kpi: string): Map<string | undefined, KpiValue> =>
    new Map(data?.answers.find((answer) => answer.kpi === kpi)?.values.map((value) => [value.key['entity'], value]));
  const [hours, received, valid, reach] = [figures.hour, figures.received, figures.valid, figures.reach].map(({ id }) =>
    byLine(id),
  );
  const ids = [...new Set([...(received?.keys() ?? []), ...(hours?.keys() ?? [])])]
    .filter((id) => id !== undefined)
    .toSorted();
  const course = (from: string | null, to: string | null) => ({
    queries: ids.map((id) => lineHoursQuery(ledger, figures, id, { from, to })),
  });
  const [todays, pasts] = [useQueries(course(midnight, null)), useQueries(course(fromOf(USUAL_DAYS), midnight))];
  const lines = ids.map((id, at): Line => {
    const told = [todays[at], pasts[at]].flatMap((answer) => answer?.data?.values ?? []);
    const counts = new Map(told.map(({ key, value }) => [key['hour'] ?? '', value]));
    return {
      id,
      name: feedThingName(city, figures.received, id, locale),
      hour: hours?.get(id)?.value ?? null,
      today: received?.get(id)?.value ?? null,
      valid: valid?.get(id)?.value ?? null,
      reach: reach?.get(id)?.value ?? null,
      ...(nowMs === null || today === null
        ? { buckets: [], usualNow: null }
        : lineHours(counts, { nowMs, today, zone })),
    };
  });
  return { cut: data ?? null, isError, lines };
}

function CallLine({
  line,
  most,
  nowMs,
  zone,
  freshness,
}: {
  readonly line: Line;
  /** Of all lines: they stand on one scale. */
  readonly most: number;
  readonly nowMs: number;
  readonly zone: string;
  readonly freshness: Freshness | null;
}): ReactNode {
  const { locale } = useWords();
  const words = callWords[locale];
  const { palette, unit } = useLook();
  const text = (value: number | null): string => (value === null ? '—' : numberText(Math.round(value), locale));
  const shown = (value: ReactNode): ReactNode =>
    freshness === null ? value : <RowValue freshness={freshness}>{value}</RowValue>;
  const look = { language: locale, palette, fontFamily, unit: Math.max(unit, 0.9), zone };
  return (
    <li className="call-line" data-line={line.id}>
      <div className="call-line-head">
        <h3 className="clip">{line.name}</h3>
        <p className="call-now">
          <b className="call-count">{shown(text(line.hour))}</b>{' '}
          <span className="note">
            {words.lastHour} · {line.usualNow === null ? words.noUsual : words.usual(text(line.usualNow))}
          </span>
        </p>
        <p className="note">
          {shown(line.valid === null ? '—' : shareText(line.valid, locale))} {words.valid} ·{' '}
          {line.reach === null ? '—' : spanText(line.reach * 1000, locale)} {words.reach} ·{' '}
          {words.today(text(line.today))}
        </p>
      </div>
      <div className="chart-frame">
        <Chart option={hoursOption(line.buckets, nowMs, look, most)} label={words.chart(line.name, text(line.today))} />
      </div>
    </li>
  );
}

/** The line that rings most of all beyond its usual; the neutral name while none does. */
function titleOf(lines: readonly Line[], locale: 'vi' | 'en'): string {
  const { name, message } = callWords[locale];
  const timesOf = ({ hour, usualNow }: Line): number =>
    hour === null || usualNow === null || usualNow === 0 ? 0 : hour / usualNow;
  const [first] = lines.toSorted((one, other) => timesOf(other) - timesOf(one));
  if (first === undefined || first.hour === null || timesOf(first) < SPOKEN_OF) return name;
  return message(first.id, numberText(first.hour, locale), numberText(timesOf(first), locale, 1));
}

type Table = Pick<ExportedView, 'name' | 'title' | 'unit' | 'columns' | 'rows'>;

function linesTable(lines: readonly Line[], locale: 'vi' | 'en'): Table {
  const { name, measured, columns } = callWords[locale];
  return {
    name: 'calls-by-line',
    title: name,
    unit: measured,
    columns: [
      { name: columns.line, kind: 'text' },
      { name: columns.hour, kind: 'number' },
      { name: columns.usual, kind: 'number', digits: 1 },
      { name: columns.valid, kind: 'share', digits: 1 },
      { name: columns.reach, kind: 'number' },
      { name: columns.today, kind: 'number' },
    ],
    rows: lines.map((line) => [line.name, line.hour, line.usualNow, line.valid, line.reach, line.today]),
  };
}
