import type { Level } from '../look/level.ts';

/** Points of a share below pace from which the wall warns; less is to be watched. */
const WARNING_GAP = 0.05;

/** How bad a gap is, from one rule for the whole wall. A gap that rounds to nothing on the screen is none. */
export function levelOfGap(gap: number): Level {
  if (gap > -0.0005) return 'normal';
  return gap <= -WARNING_GAP ? 'warning' : 'watch';
}
