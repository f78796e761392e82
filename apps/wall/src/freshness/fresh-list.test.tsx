import { freshnessSchema, type Freshness } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { freshest } from './fresh-list.tsx';

const until = (staleAt: string | null): { freshness: Freshness } => ({
  freshness: freshnessSchema.parse({
    state: 'live',
    observedAt: '2026-11-24T03:00:00.000Z',
    lateAt: null,
    staleAt,
    lostAfter: null,
    cadenceSeconds: 60,
  }),
});

test('a list is veiled when its freshest row would be', () => {
  const later = until('2026-11-24T03:05:00.000Z');

  expect(freshest([until('2026-11-24T03:01:00.000Z'), later, until(null)])).toBe(later.freshness);
});

test('an empty list has no freshness', () => {
  expect(freshest([])).toBeNull();
});
