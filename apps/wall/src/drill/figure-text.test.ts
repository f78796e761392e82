import { expect, test } from 'vitest';

import { differenceText, figureText, isWorse } from './figure-text.ts';

const figure = (value: number | null) => ({ value, numerator: null, denominator: null });

test('a figure that is not known is a dash and never a zero', () => {
  expect(figureText(null, 'count', 'vi')).toBe('—');
  expect(figureText(0, 'count', 'vi')).toBe('0');
});

test('differences are told in the figure’s own words', () => {
  expect(differenceText(1250, figure(1200), 'count', 'vi')).toBe('+50');
  expect(differenceText(0.984, figure(0.99), 'share', 'vi')).toBe('−0,6 điểm %');
  expect(differenceText(5, figure(null), 'count', 'vi')).toBeNull();
});

test('a change for the worse counts from a twentieth on, of a share from half a point', () => {
  expect(isWorse(106, 100, 'down', 'count')).toBe(true);
  expect(isWorse(104, 100, 'down', 'count')).toBe(false);
  expect(isWorse(0.99, 0.994, 'up', 'share')).toBe(false);
  expect(isWorse(0.98, 0.99, 'up', 'share')).toBe(true);
  expect(isWorse(1, 100, 'none', 'count')).toBe(false);
});
