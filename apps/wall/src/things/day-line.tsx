import type { ThingMetric } from '@flagtower/contracts';
import type { ReactNode } from 'react';

const WIDTH = 480;
const HEIGHT = 96;
const dayMs = 86_400_000;
/** Readings further apart than this are not joined: what lay between was not told. */
const GAP_MS = 2 * 3_600_000;

/** The values of a day by time; a gap is a gap. `at`: the end of the day. */
export function DayLine({
  points,
  at,
  label,
}: Pick<ThingMetric, 'points'> & { readonly at: number; readonly label: string }): ReactNode {
  const values = points.flatMap(({ value }) => value ?? []);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const xOf = (instant: string): number => ((Date.parse(instant) - (at - dayMs)) / dayMs) * WIDTH;
  const yOf = (value: number): number =>
    high === low ? HEIGHT / 2 : HEIGHT - 4 - ((value - low) / (high - low)) * (HEIGHT - 8);
  let path = '';
  let before: string | null = null;
  for (const { at: moment, value } of points) {
    if (value !== null) {
      const isJoined = before !== null && Date.parse(moment) - Date.parse(before) <= GAP_MS;
      path += `${isJoined ? 'L' : 'M'}${xOf(moment).toFixed(1)} ${yOf(value).toFixed(1)}${isJoined ? '' : 'h0.01'}`;
    }
    before = value === null ? null : moment;
  }
  return (
    <svg className="day-line" viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={label}>
      {[0, 1, 2, 3, 4].map((quarter) => (
        <line
          key={quarter}
          x1={(quarter * WIDTH) / 4}
          x2={(quarter * WIDTH) / 4}
          y1="0"
          y2={HEIGHT}
          className="day-line-hour"
        />
      ))}
      <path d={path} className="day-line-values" />
    </svg>
  );
}
