import type { CityView, DrillRow } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { grouped, nextSort, ordered, orderOf } from './ranking-order.ts';

const rate = 'dossiers.online-rate';
const overdue = 'dossiers.overdue';
const kpis = [
  { id: rate, direction: 'up' },
  { id: overdue, direction: 'down' },
] as unknown as CityView['kpis'];

function row(code: string, late: number, online: readonly [number, number]): DrillRow {
  return {
    code,
    figures: {
      [overdue]: { value: late, numerator: late, denominator: null },
      [rate]: { value: online[1] === 0 ? null : online[0] / online[1], numerator: online[0], denominator: online[1] },
    },
  };
}

const rows = [row('b', 3, [1, 2]), row('a', 3, [0, 0]), row('c', 9, [9, 10])];
const codes = (sort: string): string[] =>
  ordered(rows, orderOf(sort, overdue), kpis, (code) => code, 'vi').map(({ code }) => code);

test('the worst stand first: many overdue, a low share; what is not known stands last either way', () => {
  expect(codes(overdue)).toEqual(['c', 'a', 'b']);
  expect(codes(rate)).toEqual(['b', 'c', 'a']);
  expect(codes(`-${rate}`)).toEqual(['c', 'b', 'a']);
  expect(codes('name')).toEqual(['a', 'b', 'c']);
});

test('the same column again turns the order', () => {
  expect(nextSort(orderOf(undefined, overdue), overdue)).toBe(`-${overdue}`);
  expect(nextSort(orderOf(`-${overdue}`, overdue), overdue)).toBe(overdue);
});

test('a group has the sum of its procedures, and its share is of all of them', () => {
  const [group] = grouped(rows, () => 'g');

  expect(group?.figures[overdue]?.value).toBe(15);
  expect(group?.figures[rate]).toEqual({ value: 10 / 12, numerator: 10, denominator: 12 });
});
