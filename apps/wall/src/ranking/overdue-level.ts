import type { RankedUnit } from '@flagtower/contracts';

import type { Level } from '../look/level.ts';

/** Shares of open dossiers that are overdue from which a unit is warned of, and watched. */
const WARNING_SHARE = 0.025;
const WATCH_SHARE = 0.015;

/** By share and not by count: a large ward is not worse because it is large. */
export function overdueLevel({ overdue, overdueShare }: Pick<RankedUnit, 'overdue' | 'overdueShare'>): Level {
  if (overdueShare === null || overdue === 0) return 'normal';
  if (overdueShare >= WARNING_SHARE) return 'warning';
  return overdueShare >= WATCH_SHARE ? 'watch' : 'normal';
}
