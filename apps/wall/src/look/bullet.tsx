import type { ReactNode } from 'react';

/**
 * A share on a bar from 0 to 100 %: the value, and a tick where it should be. All bars of one panel have this one scale.
 * The words beside it carry the figures, so the drawing is hidden from screen readers.
 */
export function Bullet({
  share,
  tick,
  abnormal,
  height = 10,
}: {
  readonly share: number;
  readonly tick: number | null;
  readonly abnormal: boolean;
  readonly height?: number;
}): ReactNode {
  const clamped = Math.min(1, Math.max(0, share));
  return (
    <svg
      className="bullet"
      viewBox="0 0 100 14"
      width="100%"
      height={`${(height + 4) / 16}rem`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect x="0" y="2" width="100" height="10" fill="var(--g2)" />
      <rect x="0" y="2" width={clamped * 100} height="10" fill={abnormal ? 'var(--gold)' : 'var(--ink2)'} />
      {tick === null ? null : (
        <line
          x1={tickPlace(tick)}
          x2={tickPlace(tick)}
          y1="0"
          y2="14"
          stroke="var(--ink)"
          strokeWidth="0.1875rem"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}

/** Inside the bar also at the ends: half a tick would be cut off there. */
function tickPlace(share: number): number {
  return Math.min(99.4, Math.max(0.6, share * 100));
}
