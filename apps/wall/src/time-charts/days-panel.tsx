import { dayText, daysMean, daysOption, type DayBucket, type ExportedView } from '@flagtower/charts';
import type { Freshness, SeriesPoint } from '@flagtower/contracts';
import type { WorkingDays } from '@flagtower/domain';
import { useMemo, type ReactNode } from 'react';

import type { Cells } from '../cells/use-cells.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import type { Stamped } from '../exporting/export-stamp.ts';
import { FreshList } from '../freshness/fresh-list.tsx';
import { Panel } from '../look/panel.tsx';
import { fontFamily, useLook } from '../look/theme.tsx';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';
import { dayBucketsOf } from './buckets.ts';
import { Chart } from './chart.tsx';
import { daysTitle } from './days-title.ts';

import './charts.css';

const WINDOW_DAYS = 90;

/** Ninety days and their trend; weekends and holidays are low and stay in, for nobody should wonder where they went. */
export function DaysPanel({
  days,
  calendar,
  zone,
  freshness,
  sources,
}: {
  readonly days: Cells<SeriesPoint>;
  /** `null` until the city is known. */
  readonly calendar: WorkingDays | null;
  readonly zone: string;
  readonly freshness: Freshness | null;
  readonly sources: readonly string[];
}): ReactNode {
  const words = useWords();
  const { palette, unit } = useLook();
  const { locale } = words;
  const buckets = useMemo(() => dayBucketsOf(days.all, zone, calendar).slice(-WINDOW_DAYS), [days.all, zone, calendar]);
  const look = useMemo(() => ({ language: locale, palette, fontFamily, unit, zone }), [locale, palette, unit, zone]);
  const option = useMemo(() => daysOption(buckets, look), [buckets, look]);
  return (
    <Panel
      area="days"
      name={words.days.title}
      title={daysTitle(buckets, words)}
      measured={<span className="clip">{words.days.measured}</span>}
      menu={
        <ExportMenu
          title={words.days.title}
          view={(stamp) => daysTable(buckets, zone, words, stamp(days.cut, freshness, sources))}
          chart={() => ({ option: daysOption(buckets, { ...look, unit: 1 }), width: 900, height: 320 })}
        />
      }
    >
      <div className="chart-frame">
        <FreshList of={freshness === null ? [] : [{ freshness }]}>
          <Chart option={option} label={words.days.description(String(buckets.length))} />
        </FreshList>
      </div>
    </Panel>
  );
}

function daysTable(buckets: readonly DayBucket[], zone: string, { days }: Words, stamped: Stamped): ExportedView {
  const mean = daysMean(buckets);
  return {
    ...stamped,
    name: 'received-by-day',
    title: days.title,
    unit: days.measured,
    columns: [
      { name: days.columns.day, kind: 'text' },
      { name: days.columns.value, kind: 'number' },
      { name: days.columns.mean, kind: 'number', digits: 1 },
      { name: days.columns.state, kind: 'text' },
    ],
    rows: buckets.map(({ startMs, value, partial }, index) => [
      dayText(startMs, zone),
      value,
      mean[index] ?? null,
      value === null ? null : partial ? days.running : days.complete,
    ]),
  };
}
