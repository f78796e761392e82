import type { Bound, KpiDefinition, Target, TargetReason, TargetState } from '@flagtower/contracts';

import type { WorkingDays } from '../calendar/working-days.ts';
import { isMet } from './is-met.ts';
import { paceOn } from './pace.ts';
import { projectedDay, type Measured } from './projected-day.ts';

export interface Measurement extends Measured {
  readonly bound: Bound | null;
}

export interface ProgressQuestion {
  readonly target: Pick<Target, 'value' | 'from' | 'by'>;
  readonly direction: KpiDefinition['direction'];
  /** What was measured up to today, by day, at most one a day. */
  readonly measured: readonly Measurement[];
  readonly today: string;
  readonly calendar: WorkingDays;
}

/** How far a figure is on its way to a target. */
export interface Progress {
  readonly state: TargetState;
  /** Why nothing can be said; `null`: something can. */
  readonly reason: TargetReason | null;
  /** The newest measurement; `null`: none. */
  readonly newest: Measurement | null;
  /** Where it should be today. */
  readonly pace: number | null;
  /** How far the newest measurement lay from the pace of its own day: an old figure is not held to today's. */
  readonly gap: number | null;
  /** When it gets there if it goes on as measured; `null`: no trend, a wrong one, or it is there. */
  readonly projected: string | null;
}

/** A gap that rounds to nothing in tenths of a per cent is none. */
const nothing = 0.0005;

/**
 * A target is met by a value that reaches it, and missed by one at or after its last day that does not. In between a value
 * on its pace is on pace. What nobody measured since the start, or at the end, is unknown: silence is neither good nor bad.
 */
export function progressOf(question: ProgressQuestion): Progress {
  const { target, direction, measured, today, calendar } = question;
  const newest = measured.at(-1) ?? null;
  const pace = paceOn(target, today, calendar);
  if (newest === null) return { ...unknown('no-value'), newest, pace };
  const met = isMet(newest, target, direction);
  if (met === true) return { state: 'met', reason: null, newest, pace, gap: null, projected: null };
  const since = target.from === null ? measured : measured.filter(({ day }) => day > (target.from?.day ?? ''));
  const way = target.from === null ? since : [target.from, ...since];
  const projected = projectedDay(way, target.value, calendar);
  if (met === null) return { ...unknown('bound-leaves-open'), newest, pace, projected };
  if (newest.day >= target.by) return { state: 'missed', reason: null, newest, pace, gap: null, projected };
  if (today > target.by) return { ...unknown('not-measured-at-end'), newest, pace, projected };
  if (target.from === null) return { ...unknown('no-start'), newest, pace, projected };
  if (since.length === 0) return { ...unknown('not-measured-since-start'), newest, pace, projected };
  const then = paceOn(target, newest.day, calendar);
  if (then === null) return { ...unknown('no-start'), newest, pace, projected };
  const gap = newest.value - then;
  const isBehind = direction === 'down' ? gap > nothing * scaleOf(target) : gap < -nothing * scaleOf(target);
  return { state: isBehind ? 'behind' : 'on-pace', reason: null, newest, pace, gap, projected };
}

/** Shares are compared in themselves, counts in parts of what is aimed at. */
function scaleOf({ value }: Pick<Target, 'value'>): number {
  return Math.max(1, Math.abs(value));
}

function unknown(reason: TargetReason): Pick<Progress, 'state' | 'reason' | 'gap' | 'projected'> {
  return { state: 'unknown', reason, gap: null, projected: null };
}
