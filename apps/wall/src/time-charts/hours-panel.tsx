import { dayText, hoursOption, minuteText, numberText, type ExportedView, type HourBucket } from '@flagtower/charts';
import type { Freshness, SeriesPoint } from '@flagtower/contracts';
import { useMemo, type ReactNode } from 'react';

import type { Cells } from '../cells/use-cells.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import type { Stamped } from '../exporting/export-stamp.ts';
import { FreshList } from '../freshness/fresh-list.tsx';
import { Panel } from '../look/panel.tsx';
import { fontFamily, useLook } from '../look/theme.tsx';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';
import { bucketsOf } from './buckets.ts';
import { Chart } from './chart.tsx';
import { hoursTitle } from './hours-title.ts';

import './charts.css';

/** The running day by hours beside usual days. `freshness` is that of the counted figure, for series carry none. */
export function HoursPanel({
  hours,
  nowMs,
  zone,
  freshness,
  sources,
}: {
  readonly hours: Cells<SeriesPoint>;
  readonly nowMs: number | null;
  readonly zone: string;
  readonly freshness: Freshness | null;
  readonly sources: readonly string[];
}): ReactNode {
  const words = useWords();
  const { palette, unit } = useLook();
  const { locale } = words;
  const buckets = useMemo(() => bucketsOf(hours.all).slice(0, 24), [hours.all]);
  // The line at "now" moves by the minute: a second is less than a pixel.
  const minuteMs = nowMs === null ? null : Math.floor(nowMs / 60_000) * 60_000;
  const look = useMemo(() => ({ language: locale, palette, fontFamily, unit, zone }), [locale, palette, unit, zone]);
  const option = useMemo(() => hoursOption(buckets, minuteMs, look), [buckets, minuteMs, look]);
  const total = buckets.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const hour = minuteMs === null ? '—' : minuteText(minuteMs, zone);
  return (
    <Panel
      area="hours"
      name={words.hours.title}
      title={hoursTitle(buckets, minuteMs, zone, words)}
      measured={<HourKeys words={words} />}
      menu={
        <ExportMenu
          title={words.hours.title}
          view={(stamp) => hoursTable(buckets, zone, words, stamp(hours.cut, freshness, sources))}
          chart={() => ({ option: hoursOption(buckets, minuteMs, { ...look, unit: 1 }), width: 720, height: 320 })}
        />
      }
    >
      <div className="chart-frame">
        <FreshList of={freshness === null ? [] : [{ freshness }]}>
          <Chart option={option} label={words.hours.description(numberText(total, locale), hour)} />
        </FreshList>
      </div>
    </Panel>
  );
}

function HourKeys({ words: { hours } }: { readonly words: Words }): ReactNode {
  return (
    <>
      <span className="nowrap">{hours.measured}</span>
      <span className="chart-keys">
        <span className="key-counted">{hours.keys.counted}</span>
        <span className="key-usual">{hours.keys.usual}</span>
        <span className="key-partial">{hours.keys.partial}</span>
      </span>
    </>
  );
}

function hoursTable(buckets: readonly HourBucket[], zone: string, { hours }: Words, stamped: Stamped): ExportedView {
  return {
    ...stamped,
    name: 'received-by-hour',
    title: hours.title,
    unit: hours.measured,
    columns: [
      { name: hours.columns.hour, kind: 'text' },
      { name: hours.columns.value, kind: 'number' },
      { name: hours.columns.usual, kind: 'number' },
      { name: hours.columns.state, kind: 'text' },
    ],
    rows: buckets.map(({ startMs, value, partial, usual }) => [
      `${dayText(startMs, zone)} ${minuteText(startMs, zone)}`,
      value,
      usual,
      value === null ? null : partial ? hours.running : hours.complete,
    ]),
  };
}
