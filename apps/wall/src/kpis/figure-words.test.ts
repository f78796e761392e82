import { expect, test } from 'vitest';

import { figureWords } from './figure-words.ts';

const written = (unitOfMeasure: string, value: number): string => {
  const { write, unit } = figureWords({ unitOfMeasure }, 'vi');
  return `${write(value)} ${unit}`.trim();
};

test('a count has no unit, a share is a percentage', () => {
  expect(written('{dossier}', 8298)).toBe('8.298');
  expect(written('1', 0.9945)).toBe('99,5 %');
});

test('times are spans, and an early bus keeps its sign', () => {
  expect(written('ms', 7_200_000)).toBe('2 giờ');
  expect(written('s', -90)).toBe('−1 phút 30');
});

test('a measured value keeps one digit and its sign for people', () => {
  expect(written('km/h', 18.44)).toBe('18,4 km/h');
  expect(written('ug/m3', 57)).toBe('57 µg/m³');
});
