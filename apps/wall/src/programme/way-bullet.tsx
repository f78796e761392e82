import type { ProgrammeRow } from '@flagtower/contracts';
import type { ReactNode } from 'react';

/** How far the scale of a count reaches beyond the largest thing on it. */
const ROOM = 1.1;

/**
 * The way to a target: a bar for the value, an upright line where it is met, a band to the far end of a range, a triangle
 * where it should be today. The words beside it say the same, so it is hidden from screen readers.
 */
export function WayBullet({ row }: { readonly row: ProgrammeRow }): ReactNode {
  const { target, value, pace, unitOfMeasure, state } = row;
  if (target === null) return null;
  const goal = target.value;
  const end = unitOfMeasure === '1' ? 1 : Math.max(target.upTo ?? goal, goal, value ?? 0) * ROOM;
  const place = (at: number): number => (end === 0 ? 0 : Math.min(100, Math.max(0, (at / end) * 100)));
  const isBad = state === 'behind' || state === 'missed';
  return (
    <svg className="way-bullet" viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="2" width="100" height="10" fill="var(--g2)" />
      {target.upTo === null ? null : (
        <rect x={place(goal)} y="2" width={place(target.upTo) - place(goal)} height="10" fill="var(--line)" />
      )}
      {value === null ? null : (
        <rect x="0" y="4" width={place(value)} height="6" fill={isBad ? 'var(--gold)' : 'var(--ink2)'} />
      )}
      <line
        x1={inside(place(goal))}
        x2={inside(place(goal))}
        y1="0"
        y2="14"
        stroke="var(--ink)"
        strokeWidth="0.1875rem"
        vectorEffect="non-scaling-stroke"
      />
      {pace === null ? null : <PaceMark at={inside(place(pace))} />}
    </svg>
  );
}

/** Half a line at the end would be cut off. */
function inside(place: number): number {
  return Math.min(99.2, Math.max(0.8, place));
}

function PaceMark({ at }: { readonly at: number }): ReactNode {
  return <path d={`M${at} 11.5l1.400 6h-2.800z`} fill="var(--ink)" />;
}
