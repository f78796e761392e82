import type { Target } from '@flagtower/contracts';

import type { Level } from '../look/level.ts';

/**
 * Where a figure should stand at a moment on its straight way from `from` to the target. Before the start it is the
 * start, after the end the target. `null` without a start: then only the target itself can be compared with.
 * @param dayOf the calendar day of the moment, `2026-11-24`, in the ledger's zone
 */
export function paceAt({ value, from, by }: Pick<Target, 'value' | 'from' | 'by'>, dayOf: string): number | null {
  if (from === null) return null;
  const start = Date.parse(from.day);
  const end = Date.parse(by);
  if (end <= start) return value;
  const share = Math.min(1, Math.max(0, (Date.parse(dayOf) - start) / (end - start)));
  return from.value + (value - from.value) * share;
}

/** Points of a share below pace from which the wall warns; less is to be watched. */
const WARNING_GAP = 0.05;

/** How bad a gap is, from one rule for the whole wall. A gap that rounds to nothing on the screen is none. */
export function levelOfGap(gap: number): Level {
  if (gap > -0.0005) return 'normal';
  return gap <= -WARNING_GAP ? 'warning' : 'watch';
}
