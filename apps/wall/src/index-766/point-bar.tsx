import type { PointRange } from '@flagtower/contracts';
import type { ReactNode } from 'react';

/** Certain points as a solid bar, open ones as a hatched one behind it; the numbers stand beside it in text. */
export function PointBar({
  points,
  maxPoints,
  tick = null,
}: {
  readonly points: PointRange;
  readonly maxPoints: number;
  /** A stated result; `null`: none. */
  readonly tick?: number | null;
}): ReactNode {
  const percent = (value: number): string => `${String(Math.min(100, (value / maxPoints) * 100))}%`;
  return (
    <div className="point-bar" aria-hidden="true">
      <div
        className="point-open"
        style={{ insetInlineStart: percent(points.lowest), width: percent(points.highest - points.lowest) }}
      />
      <div className="point-certain" style={{ width: percent(points.lowest) }} />
      {tick === null ? null : <div className="point-tick" style={{ insetInlineStart: percent(tick) }} />}
    </div>
  );
}
