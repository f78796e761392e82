import type { FreshnessState } from '@flagtower/contracts';

import type { Level } from '../look/level.ts';

/** How a source's state is marked, on the strip and on the board. */
export const sourceLevels: Readonly<Record<FreshnessState, Level>> = {
  live: 'normal',
  late: 'watch',
  stale: 'warning',
  lost: 'lost',
  none: 'none',
};
