import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { en } from '../words/en.ts';
import { vi } from '../words/vi.ts';
import { rankingTitle } from './ranking-title.ts';

const named = (...counts: number[]): { name: string; overdue: number }[] =>
  counts.map((overdue, index) => ({ name: `U${index}`, overdue }));

test('the fewest units that hold half of all overdue are named in words', () => {
  expect(rankingTitle(named(94, 71, 58, 49, 41, 34, 29), 612, vi)).toBe('Năm đơn vị giữ 51% hồ sơ quá hạn');
});

test('a single unit that holds half is named itself', () => {
  expect(rankingTitle(named(60, 5), 100, en)).toBe('U0 holds 60% of overdue dossiers');
});

test('where the shown units hold less than half, or the total is not known, the name is neutral', () => {
  expect(rankingTitle(named(3, 2), 100, vi)).toBe(vi.ranking.title);
  expect(rankingTitle(named(3, 2), null, vi)).toBe(vi.ranking.title);
});

test('no overdue dossier at all is said', () => {
  expect(rankingTitle([], 0, vi)).toBe(vi.ranking.none);
});

test('a total that is smaller than its parts makes no message: one of the two is old', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 10 }), (counts) => {
      const [largest = 1] = counts;
      expect(rankingTitle(named(...counts), largest - 0.5, vi)).toBe(vi.ranking.title);
    }),
  );
});
