import { expect, test } from 'vitest';

import { hanoi } from '../hanoi.ts';

const index = hanoi.index766;
if (index === null) throw new Error('Hanoi is scored by the index');
const { groups, parts, items } = index;
const stated = (indicator: string, from: string): number | null | undefined =>
  hanoi.reports.find((report) => report.indicator === `index766.${indicator}` && report.period.from === from)?.value;

test('five groups of 18, 20, 22, 22 and 18 points make 100, in 23 items', () => {
  const pointsOf = (group: string) =>
    parts.filter((part) => part.group === group).reduce((sum, { maxPoints }) => sum + maxPoints, 0);

  expect(groups.map(({ group }) => pointsOf(group))).toEqual([18, 20, 22, 22, 18]);
  expect(items).toHaveLength(23);
  expect(new Set(items.map(({ item }) => item)).size).toBe(23);
});

test('the items of each part share out its points', () => {
  for (const { id, maxPoints } of parts)
    expect(items.filter(({ part }) => part === id).reduce((sum, item) => sum + item.maxPoints, 0)).toBe(maxPoints);
});

test('what is inferred says so, and a factor or a counted figure exists', () => {
  const doubtful = items.filter(({ maxIsInferred, confidence }) => maxIsInferred || confidence === 'low');
  const factors = items.flatMap(({ times }) => times ?? []);
  const counted = items.flatMap(({ counted: kpi }) => kpi ?? []);

  expect(doubtful.every(({ doubt }) => doubt !== null)).toBe(true);
  expect(items.map(({ item }) => item)).toEqual(expect.arrayContaining(factors));
  expect(hanoi.kpis.map(({ id }) => id)).toEqual(expect.arrayContaining(counted));
});

test('the stated parts of March 2025 make the stated total', () => {
  const sum = parts.reduce((all, { id }) => all + (stated(id, '2025-03-01') ?? NaN), 0);

  expect(sum).toBeCloseTo(stated('total', '2025-03-01') ?? NaN, 10);
});

test('the stated totals and ranks are those of the four months that were told', () => {
  const months = ['2024-07-01', '2024-10-01', '2024-11-01', '2025-03-01'];

  expect(months.map((month) => [stated('total', month), stated('rank', month)])).toEqual([
    [58.86, 58],
    [61.18, 60],
    [58.69, 62],
    [58.3, 60],
  ]);
});
