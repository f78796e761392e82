import { expect, test } from 'vitest';

import { HeldBySeq } from './held-by-seq.ts';
import type { Queryable } from './queryable.ts';

function aStore(): Queryable {
  return { query: () => Promise.reject(new Error('nothing is asked')) };
}

test('what was read of one ledger is known there, and in no other ledger or store', () => {
  const held = new HeldBySeq<{ seq: number }>();
  const [one, other] = [aStore(), aStore()];
  const values = [{ seq: 3 }, { seq: 5 }];

  held.keep(one, 1, values);

  expect(held.of(one, 1)).toEqual(new Map(values.map((value) => [value.seq, value])));
  expect(held.of(one, 1).get(3)).toBe(values[0]);
  expect([held.of(one, 2).size, held.of(other, 1).size]).toEqual([0, 0]);
});
