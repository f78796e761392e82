import { expect, test } from 'vitest';

import { bucketsOf, cumulative } from './buckets.ts';

test('buckets come in time order, and one that could not be read is a gap', () => {
  const buckets = bucketsOf(
    new Map([
      ['2026-11-24T02:00:00.000Z', { kind: 'broken' as const }],
      ['2026-11-24T01:00:00.000Z', { kind: 'known' as const, value: { value: 5, partial: false, usual: 4 } }],
    ]),
  );

  expect(buckets.map(({ value }) => value)).toEqual([5, null]);
});

test('after a gap no running sum is known: what is missing may be anything', () => {
  expect(cumulative([1, 2, null, 4])).toEqual([1, 3, null, null]);
});
