import { measureWord, momentText, trendOption, type Trend } from '@flagtower/charts';
import { kpiAnswerSchema, type Cut, type KpiAnswer, type KpiDefinition } from '@flagtower/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { centerWords } from './centers/center-words.ts';
import { ExportMenu } from './exporting/export-menu.tsx';
import { figureWords, type FigureWords } from './kpis/figure-words.ts';
import { publishedText } from './kpis/published-text.ts';
import { Panel } from './look/panel.tsx';
import { fontFamily, useLook } from './look/theme.tsx';
import { readJson } from './stream/read-json.ts';
import { useStream } from './stream/stream-context.ts';
import { chartScale, trendBuckets, trendGrain, trendPoints, type TrendGrain } from './time-charts/kpi-trend.ts';
import { TrendPanel } from './time-charts/trend-panel.tsx';
import { useWords } from './words/language.tsx';

const bucketsOf = { hour: 24, day: 30 } as const;
const ASK_AGAIN_MS = 120_000;

/** The course of one figure: readings and notices by the hour, cases by the day. */
export function CenterTrend({
  definition,
  cut,
  nowMs,
  zone,
}: {
  readonly definition: KpiDefinition | null;
  readonly cut: Cut | null;
  /** The ledger's clock; `null`: not known yet. */
  readonly nowMs: number | null;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = centerWords[locale];
  const by = definition === null ? null : trendGrain(definition.formula);
  const { ledger } = useStream();
  const asked = useQuery(trendQuery(ledger, definition?.id ?? null, { by, nowMs, zone }));
  const title = words.trend(definition?.names[locale] ?? '—');
  if (definition === null || by === null) return <NoTrend title={title} text={words.noTrend} />;
  if (asked.data === undefined)
    return <NoTrend title={title} text={asked.isError ? words.trendFailed : words.tasksLoading} />;
  const points = trendPoints(asked.data.answer, by, asked.data.buckets, definition.formula.kind === 'flow');
  if (points.every(({ value }) => value === null)) return <NoTrend title={title} text={words.trendEmpty} />;
  return (
    <KnownTrend
      definition={definition}
      answer={asked.data.answer}
      by={by}
      points={points}
      title={title}
      cut={cut}
      zone={zone}
    />
  );
}

function KnownTrend({
  definition,
  answer,
  by,
  points,
  title,
  cut,
  zone,
}: {
  readonly definition: KpiDefinition;
  readonly answer: KpiAnswer;
  readonly by: 'hour' | 'day';
  readonly points: Trend['points'];
  readonly title: string;
  readonly cut: Cut | null;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = centerWords[locale];
  const { palette } = useLook();
  const figure = figureWords(definition, locale);
  const { isShare } = figure;
  const scale = chartScale(definition.unitOfMeasure, points, locale);
  const shown = points.map((point) => ({ ...point, value: point.value === null ? null : point.value / scale.divisor }));
  const trend = { points: shown, breaks: answer.breaks, by };
  const counted = isShare ? '%' : measureWord(definition.unitOfMeasure, locale);
  const unitText = [scale.unit === '' ? counted : scale.unit, words.trendBy[by]].join(' · ');
  const [told] = answer.values;
  return (
    <TrendPanel
      trend={trend}
      isShare={isShare}
      zone={zone}
      title={title}
      measured={unitText}
      description={words.trendDescription(String(points.length))}
      foot={definition.published.length === 0 ? null : <Published definition={definition} figure={figure} />}
      menu={
        <ExportMenu
          title={title}
          chart={() => ({
            option: trendOption({ ...trend, isShare }, { language: locale, palette, fontFamily, unit: 1, zone }),
            width: 900,
            height: 320,
          })}
          view={(stamp) => ({
            ...stamp(cut, told?.freshness ?? null, told?.source ?? []),
            name: `trend-${definition.id.replaceAll('.', '-')}`,
            title,
            unit: unitText,
            columns: [
              { name: words.trendColumns.start, kind: 'text' },
              isShare
                ? { name: words.trendColumns.value, kind: 'share', digits: 2 }
                : { name: words.trendColumns.value, kind: 'number', digits: scale.digits },
            ],
            rows: shown.map(({ start, value }) => [momentText(Date.parse(start), zone), value]),
          })}
        />
      }
    />
  );
}

/** What was published of other times, each with its source: not joined with what is counted, and no target. */
function Published({
  definition: { published },
  figure,
}: {
  readonly definition: KpiDefinition;
  readonly figure: FigureWords;
}): ReactNode {
  const { locale } = useWords();
  return (
    <ul className="trend-published note" aria-label={centerWords[locale].published}>
      <li>{centerWords[locale].published}:</li>
      {published.toReversed().map((one) => (
        <li key={one.from}>
          □ {publishedText(one, figure, locale)} ({one.basis[locale]})
        </li>
      ))}
    </ul>
  );
}

function NoTrend({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  return (
    <Panel area="trend" name={title} title={title} measured={null}>
      <p className="label">{text}</p>
    </Panel>
  );
}

interface TrendQuestion {
  readonly by: TrendGrain | null;
  readonly nowMs: number | null;
  readonly zone: string;
}

function trendQuery(ledger: string, kpi: string | null, { by, nowMs, zone }: TrendQuestion) {
  return queryOptions({
    // The clock moves on and the question stays: it is asked again now and then, with the buckets of that moment.
    queryKey: ['center-trend', ledger, kpi, by, nowMs === null],
    enabled: kpi !== null && by !== null && nowMs !== null,
    refetchInterval: ASK_AGAIN_MS,
    queryFn: async ({ signal }) => {
      if (kpi === null || by === null || nowMs === null) throw new RangeError('a trend of nothing was asked for');
      const buckets = trendBuckets(by, bucketsOf[by], { nowMs, zone });
      const from = new Date(buckets[0]?.start ?? nowMs).toISOString();
      const words = new URLSearchParams({ ledger, by, from });
      const answer = await readJson(`/v1/kpis/${encodeURIComponent(kpi)}?${words}`, kpiAnswerSchema, { signal });
      return { answer, buckets };
    },
  });
}
