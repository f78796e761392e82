import type { Due } from './claim.ts';
import type { ComputedDue } from './due-rule.ts';

/** How exactly a due moment was told; `computed`: nobody told it, a rule made it. */
export type DuePrecision = Due['precision'] | 'computed';

/** The due moment in force, and how long its clock has been stopped; it stops in elapsed time. */
export interface DueClock {
  readonly due: Due | ComputedDue | null;
  /** Epoch milliseconds; pauses before it do not move this due moment. */
  readonly setAt: number;
  readonly stoppedMs: number;
}

export function dueSet(due: Due | ComputedDue | null, setAt: number): DueClock {
  return { due, setAt, stoppedMs: 0 };
}

/** The clock after a pause. */
export function stopped(clock: DueClock, from: number, to: number): DueClock {
  return { ...clock, stoppedMs: clock.stoppedMs + to - Math.max(from, clock.setAt) };
}

/** The last moment that is still on time, or `null` where nothing is due. */
export function dueEnd({ due, stoppedMs }: DueClock): number | null {
  return due === null ? null : due.at + stoppedMs;
}
