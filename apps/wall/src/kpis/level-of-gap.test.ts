import { expect, test } from 'vitest';

import { levelOfGap } from './level-of-gap.ts';

test('a gap that the screen rounds to nothing is none', () => {
  expect(levelOfGap(-0.0004)).toBe('normal');
  expect(levelOfGap(-0.0006)).toBe('watch');
});

test('five points below is a warning, above the pace is nothing to see', () => {
  expect(levelOfGap(-0.05)).toBe('warning');
  expect(levelOfGap(-0.049)).toBe('watch');
  expect(levelOfGap(0.2)).toBe('normal');
});
