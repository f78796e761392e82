import type { CityStage } from '@flagtower/contracts';

import type { Level } from './level.ts';

const levels: readonly Level[] = ['normal', 'watch', 'warning', 'critical', 'critical'];

/** How a stage is marked. The first one is only ordinary where somebody would tell of more. */
export function stageLevel({ stage, tellers }: Pick<CityStage, 'stage' | 'tellers'>): Level {
  return stage === 1 && tellers === 0 ? 'none' : (levels[stage - 1] ?? 'none');
}
