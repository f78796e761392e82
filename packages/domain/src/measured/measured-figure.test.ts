import { feedIdSchema, formulaSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { measuredFigure, type ReadingOfFigure } from './measured-figure.ts';
import type { Statistic } from './reading-sums.ts';
import { worseFirst } from './worst-first.ts';

const reading = (entity: string, value: number | null, metric = 'level', isPlaced = false): ReadingOfFigure => ({
  entity,
  metric,
  value,
  isPlaced,
});
const figure = (statistic: Statistic, readings: readonly ReadingOfFigure[], more: object = {}) => {
  const kind = { kind: 'observation', feed: feedIdSchema.parse('water'), metric: 'level', statistic, ...more };
  const formula = formulaSchema.parse(kind);
  if (formula.kind !== 'observation') throw new RangeError('an observation was asked for');
  return measuredFigure(formula, readings);
};
const four = [reading('A', 1), reading('B', 4), reading('C', null, 'level', true), reading('D', 7)];

test.each([
  ['latest-sum', { value: 12, numerator: 12, denominator: null }],
  ['latest-mean', { value: 4, numerator: null, denominator: 3 }],
  ['latest-max', { value: 7, numerator: null, denominator: 3 }],
  ['median', { value: 4, numerator: null, denominator: 3 }],
  ['count', { value: 3, numerator: 3, denominator: null }],
  // The third tells where it is, if nothing else.
  ['latest-count', { value: 4, numerator: 4, denominator: null }],
  ['entities', { value: 4, numerator: 4, denominator: null }],
] as const)('%s of readings leaves absent ones out', (statistic, expected) => {
  expect(figure(statistic, four)).toEqual(expected);
});

test('bounds are included, and a missing one is none', () => {
  expect(figure('latest-inside', four, { low: 4, high: 7 })).toEqual({ value: 2, numerator: 2, denominator: 3 });
  expect(figure('within', four, { high: 1 })).toEqual({ value: 1 / 3, numerator: 1, denominator: 3 });
});

test('a ratio adds what things told that told both', () => {
  const told = [reading('A', 3), reading('A', 4, 'room'), reading('B', 5), reading('C', 1, 'room'), reading('D', 1)];

  expect(figure('latest-ratio', [...told, reading('D', 4, 'room')], { over: 'room' })).toEqual({
    value: 0.5,
    numerator: 4,
    denominator: 8,
  });
});

test('of nothing nothing is known, and what is divided by 0 is not known either', () => {
  expect(figure('latest-sum', [])).toEqual({ value: null, numerator: null, denominator: null });
  expect(figure('latest-ratio', [reading('A', 0), reading('A', 0, 'room')], { over: 'room' })).toEqual({
    value: null,
    numerator: 0,
    denominator: 0,
  });
});

test('the worst comes first by the direction of the figure, the unknown last', () => {
  const rows = [3, null, 9, 1].map((value, index) => ({ name: String(index), value }));
  const inOrder = (direction: 'up' | 'down' | 'none') =>
    rows.toSorted((one, other) => worseFirst(direction, one, other)).map(({ value }) => value);

  expect(inOrder('down')).toEqual([9, 3, 1, null]);
  expect(inOrder('up')).toEqual([1, 3, 9, null]);
  expect(inOrder('none')).toEqual([9, 3, 1, null]);
});
