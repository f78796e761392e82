import { expect, it } from 'vitest';

import { stageLevel } from './stage-level.ts';

it('is ordinary only where somebody would tell of more', () => {
  expect(stageLevel({ stage: 1, tellers: 3 })).toBe('normal');
  expect(stageLevel({ stage: 1, tellers: 0 })).toBe('none');
  expect(stageLevel({ stage: 2, tellers: 0 })).toBe('watch');
  expect(stageLevel({ stage: 5, tellers: 3 })).toBe('critical');
});
