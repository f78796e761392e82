import { minuteText, msIntoDay, numberText, sparkPath, sparkRange, sparkY } from '@flagtower/charts';
import type { SeriesPoint } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import type { Cells } from '../cells/use-cells.ts';
import { useWords } from '../words/language.tsx';
import { bucketsOf, cumulative } from './buckets.ts';

import './day-curve.css';

const WIDTH = 300;
const HEIGHT = 112;

/** The day's running sum against the usual day's: solid until now, the usual as a dotted line to its end value. */
export function DayCurve({
  hours,
  isKnown,
  nowMs,
  zone,
}: {
  readonly hours: Cells<SeriesPoint>;
  /** Whether any source told of today. */
  readonly isKnown: boolean;
  readonly nowMs: number | null;
  readonly zone: string;
}): ReactNode {
  const words = useWords();
  const buckets = bucketsOf(hours.all).slice(0, 24);
  const counted = withStart(cumulative(buckets.map(({ value }) => value)));
  const usual = withStart(cumulative(buckets.map((bucket) => bucket.usual)));
  const range = sparkRange([...counted, ...usual, 0, 1]);
  if (range === null || buckets.length === 0 || !isKnown) return <div className="day-curve" />;
  const box = { width: WIDTH, height: HEIGHT, ...range };
  const known = counted.filter((value) => value !== null);
  const total = known.at(-1) ?? null;
  const nowX = nowMs === null ? null : (msIntoDay(nowMs, zone) / 86_400_000) * WIDTH;
  // The running hour's sum is true now, not at the hour's end.
  const line = sparkPath(counted, box).stretches.map((d) => (nowX === null ? d : endedAt(d, nowX)));
  const usualEnd = usual.at(-1) ?? null;
  return (
    <figure className="day-curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={words.hero.cumulative}>
        {sparkPath(usual, box).stretches.map((d) => (
          <path key={d} d={d} className="day-curve-usual" />
        ))}
        {line.map((d) => (
          <path key={d} d={d} className="day-curve-counted" />
        ))}
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="day-curve-axis" />
      </svg>
      {nowX === null || total === null ? null : (
        <svg className="day-curve-now" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={`M${nowX} ${sparkY(total, box)}h0.01`} />
        </svg>
      )}
      {usualEnd === null ? null : (
        <figcaption className="note day-curve-end nowrap">
          {words.hero.usual} {numberText(usualEnd, words.locale)}
        </figcaption>
      )}
      <div className="day-curve-axis-labels note" aria-hidden="true">
        {[0, 6, 12, 18].map((hour) => (
          <span key={hour}>{minuteText((buckets[0]?.startMs ?? 0) + hour * 3_600_000, zone)}</span>
        ))}
      </div>
    </figure>
  );
}

function withStart(values: readonly (number | null)[]): (number | null)[] {
  return [0, ...values];
}

/** Moves the end of a path of points to the left, to `x`, when it lies beyond it. */
function endedAt(path: string, x: number): string {
  const points = path.slice(1).split('L');
  const [lastX = '0', lastY = '0'] = (points.at(-1) ?? '').split(' ');
  if (Number(lastX) <= x) return path;
  return `M${[...points.slice(0, -1), `${x} ${lastY}`].join('L')}`;
}
