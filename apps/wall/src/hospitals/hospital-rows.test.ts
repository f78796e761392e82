import { feedEntitySchema, type FeedEntity } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { hospitalRows } from './hospital-rows.ts';

type Told = readonly [metric: string, value: number | null, absent?: string];
const entity = (id: string, ...told: Told[]): [string, FeedEntity] => [
  id,
  feedEntitySchema.parse({
    entity: id,
    group: null,
    point: null,
    bearing: null,
    metrics: Object.fromEntries(
      told.map(([metric, value, absent = null]) => [metric, { value, absent, unitOfMeasure: '1' }]),
    ),
    occurredAt: '2026-11-24T03:00:00.000Z',
    freshness: {
      state: 'live',
      observedAt: '2026-11-24T03:00:00.000Z',
      lateAt: null,
      staleAt: null,
      lostAfter: null,
      cadenceSeconds: null,
    },
  }),
];
const care = { beds: { feed: 'health', taken: 'occ', all: 'beds' }, wait: { feed: 'emergency', metric: 'wait' } };
const rowsOf = (beds: readonly [string, FeedEntity][], waits: readonly [string, FeedEntity][] = []) =>
  hospitalRows(care, { beds: new Map(beds), waits: new Map(waits) });

test('the fullest hospital comes first, of two alike the one where people wait longer', () => {
  const rows = rowsOf(
    [
      entity('a', ['occ', 90], ['beds', 100]),
      entity('b', ['occ', 210], ['beds', 200]),
      entity('c', ['occ', 45], ['beds', 50]),
    ],
    [entity('a', ['wait', 600]), entity('c', ['wait', 1800])],
  );

  expect(rows.map(({ id, share, waitS }) => [id, share, waitS])).toEqual([
    ['b', 1.05, null],
    ['c', 0.9, 1800],
    ['a', 0.9, 600],
  ]);
});

test('a count that is absent is not 0: the hospital comes last, with its reason', () => {
  const rows = rowsOf([
    entity('unknown', ['occ', null, 'temp-unknown'], ['beds', 300]),
    entity('empty', ['occ', 0], ['beds', 100]),
  ]);

  expect(rows.map(({ id, share, absent, beds }) => [id, share, absent, beds])).toEqual([
    ['empty', 0, null, 100],
    ['unknown', null, 'temp-unknown', 300],
  ]);
});

test('an emergency department that nobody counts beds of is a row too', () => {
  expect(rowsOf([], [entity('er', ['wait', 900])])).toMatchObject([{ id: 'er', beds: null, share: null, waitS: 900 }]);
});
