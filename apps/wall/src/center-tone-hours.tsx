import { allOf, numberText, toneHoursOption, type ToneBucket } from '@flagtower/charts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';

import { fontFamily, useLook } from './look/theme.tsx';
import { pressWords } from './press/press-words.ts';
import { sumOfTones, toneParts, type ToneFigures } from './press/tone-figures.ts';
import { tonesQuery } from './press/topics-requests.ts';
import { useStream } from './stream/stream-context.ts';
import { Chart } from './time-charts/chart.tsx';
import { useWords } from './words/language.tsx';

import './time-charts/charts.css';

const hourMs = 3_600_000;
/** So many hours are shown, the running one the last. */
const HOURS = 24;

/** Start of the first hour that is shown, epoch milliseconds. */
export function firstHour(nowMs: number): number {
  return nowMs - (nowMs % hourMs) - (HOURS - 1) * hourMs;
}

interface ToneHoursProps {
  readonly figures: ToneFigures;
  /** `null`: all of them. */
  readonly topic: string | null;
  readonly name: string;
  /** Start of the first hour, epoch milliseconds. */
  readonly firstMs: number;
  readonly zone: string;
}

/** The hours of a topic, or of all, by tone. */
export function ToneHours({ figures, topic, name, firstMs, zone }: ToneHoursProps): ReactNode {
  const { locale } = useWords();
  const words = pressWords[locale];
  const { ledger } = useStream();
  const { palette, unit } = useLook();
  const { data } = useQuery(tonesQuery({ ledger, figures, by: 'hour', from: new Date(firstMs).toISOString(), topic }));
  const buckets = useMemo((): ToneBucket[] => {
    const told = data === undefined ? new Map<string, never>() : toneParts(figures, data.answers, 'hour');
    return Array.from({ length: HOURS }, (_, index) => {
      const startMs = firstMs + index * hourMs;
      return { startMs, counts: told.get(new Date(startMs).toISOString()) ?? null };
    });
  }, [data, figures, firstMs]);
  const option = useMemo(
    () => toneHoursOption(buckets, { language: locale, palette, fontFamily, unit: Math.max(unit, 0.9), zone }),
    [buckets, locale, palette, unit, zone],
  );
  const sum = sumOfTones(buckets.flatMap(({ counts }) => (counts === null ? [] : [counts])));
  const text = (count: number): string => numberText(count, locale);
  return (
    <div className="topic-hours">
      <h3 className="note">{words.byHour(name)}</h3>
      <div className="chart-frame">
        <Chart option={option} label={words.description(name, text(allOf(sum)), text(sum.negative))} />
      </div>
    </div>
  );
}
