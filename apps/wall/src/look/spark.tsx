import { sparkPath, sparkRange, sparkY } from '@flagtower/charts';
import type { ReactNode } from 'react';

interface SparkProps {
  /** `null` is a gap and stays one. */
  readonly values: readonly (number | null)[];
  /** Where the value should be, at the start and the end of the window: a dotted line. */
  readonly pace?: readonly [from: number, to: number] | null;
  /** A tick at the right edge. */
  readonly target?: number | null;
  /** Pixels of the design. */
  readonly width: number;
  readonly height: number;
  /** From a generator: a dashed line. */
  readonly simulated?: boolean;
  readonly label: string;
  readonly weight?: number;
}

/** A line of fixed window without axes; the end dot is "now", and it is missing when the newest value is. */
export function Spark(props: SparkProps): ReactNode {
  const { values, pace = null, target = null, width, height, simulated = false, label, weight = 2 } = props;
  const range = sparkRange(values, [...(pace ?? []), ...(target === null ? [] : [target])]);
  if (range === null) return <div className="note">—</div>;
  const pad = 6;
  const plot = { width: width - 14, height: height - 2 * pad, ...range };
  const path = sparkPath(values, plot);
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height={`${height / 16}rem`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <g transform={`translate(0 ${pad})`}>
        {pace === null ? null : (
          <line
            x1="0"
            x2={plot.width}
            y1={sparkY(pace[0], plot)}
            y2={sparkY(pace[1], plot)}
            stroke="var(--line2)"
            strokeWidth="0.0875rem"
            strokeDasharray="0.125rem 0.1875rem"
            vectorEffect="non-scaling-stroke"
          />
        )}
        {path.stretches.map((d) => (
          <path
            key={d}
            d={d}
            style={{ strokeWidth: `${weight / 16}rem` }}
            strokeDasharray={simulated ? '0.3125rem 0.1875rem' : undefined}
          />
        ))}
        {path.end === null ? null : <circle cx={path.end[0]} cy={path.end[1]} r={weight + 2} fill="var(--ink)" />}
        {target === null ? null : (
          <rect x={width - 9} y={sparkY(target, plot) - 1.5} width="9" height="3.5" fill="var(--ink)" />
        )}
      </g>
    </svg>
  );
}
