import { daySchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { levelOfGap, paceAt } from './pace.ts';

const target = {
  value: 0.65,
  from: { day: daySchema.parse('2026-01-01'), value: 0.55 },
  by: daySchema.parse('2026-12-31'),
};

test('the pace goes straight from the start to the target and stays there', () => {
  expect(paceAt(target, '2026-01-01')).toBe(0.55);
  expect(paceAt(target, '2026-07-02')).toBeCloseTo(0.6, 6);
  expect(paceAt(target, '2027-05-01')).toBe(0.65);
  expect(paceAt(target, '2025-05-01')).toBe(0.55);
});

test('a target without a start has no pace', () => {
  expect(paceAt({ ...target, from: null }, '2026-07-02')).toBeNull();
});

test('a gap that the screen rounds to nothing is none', () => {
  expect(levelOfGap(-0.0004)).toBe('normal');
  expect(levelOfGap(-0.0006)).toBe('watch');
});

test('five points below is a warning, above the pace is nothing to see', () => {
  expect(levelOfGap(-0.05)).toBe('warning');
  expect(levelOfGap(-0.049)).toBe('watch');
  expect(levelOfGap(0.2)).toBe('normal');
});
