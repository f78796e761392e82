import { feedIdSchema, type KpiDefinition } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { figureWords } from './figure-words.ts';

const written = (unitOfMeasure: string, formula: KpiDefinition['formula'], value: number): string => {
  const { write, unit } = figureWords({ unitOfMeasure, formula }, 'vi');
  return `${write(value)} ${unit}`.trim();
};
const flow: KpiDefinition['formula'] = { kind: 'flow', terms: [{ measure: 'received', sign: 1 }] };

test('a count has no unit, a share is a percentage', () => {
  expect(written('{dossier}', flow, 8298)).toBe('8.298');
  expect(written('1', { kind: 'share', numerator: flow.terms, denominator: flow.terms }, 0.9945)).toBe('99,5 %');
});

test('how many readings there were is no percentage, although its unit is 1', () => {
  const formula: KpiDefinition['formula'] = {
    kind: 'observation',
    feed: feedIdSchema.parse('bus'),
    metric: 'arrival-delay',
    statistic: 'count',
  };

  expect(written('1', formula, 12_400)).toBe('12.400');
});

test('times are spans, and an early bus keeps its sign', () => {
  expect(written('ms', { kind: 'handling-time', statistic: 'median' }, 7_200_000)).toBe('2 giờ');
  expect(written('s', flow, -90)).toBe('−1 phút 30');
});

test('a measured value keeps one digit and its sign for people', () => {
  expect(written('km/h', flow, 18.44)).toBe('18,4 km/h');
  expect(written('ug/m3', flow, 57)).toBe('57 µg/m³');
});
