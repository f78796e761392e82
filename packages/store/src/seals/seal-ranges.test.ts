import { expect, test } from 'vitest';

import { chainOf, nextSeal, partsOf, type SeqRange } from './seal-ranges.ts';

function allSeals(lastSeq: number, interval: number): SeqRange[] {
  const seals: SeqRange[] = [];
  for (;;) {
    const next = nextSeal(seals, lastSeq, interval);
    if (next === null) return seals;
    seals.push(next);
  }
}

test('seals are made one by one, a large one after its eight parts', () => {
  const seals = allSeals(95, 10);
  expect(seals).toEqual([
    ...Array.from({ length: 8 }, (_, index) => ({ after: index * 10, upto: index * 10 + 10 })),
    { after: 0, upto: 80 },
    { after: 80, upto: 90 },
  ]);
  expect(partsOf(seals, { after: 0, upto: 80 })).toHaveLength(8);
});

test('one that was deleted is made again', () => {
  const seals = allSeals(100, 10);
  expect(nextSeal(seals.toSpliced(3, 1), 100, 10)).toEqual(seals[3]);
});

test('a chain takes the largest first and ends where the next is missing', () => {
  const seals = allSeals(10 * 64 + 35, 10);
  expect(chainOf(seals, { after: 0, upto: 675 }).map(({ upto }) => upto)).toEqual([640, 650, 660, 670]);
  expect(chainOf(seals.slice(0, 5), { after: 0, upto: 675 }).at(-1)).toEqual({ after: 40, upto: 50 });
  expect(partsOf(seals.slice(0, 5), { after: 0, upto: 80 })).toBeNull();
});
