import { freshnessSchema, type Freshness } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { vi } from '../words/vi.ts';
import { sourceDelay } from './source-delay.ts';

const now = Date.parse('2026-11-24T03:42:07.000Z');
const fresh = (state: Freshness['state'], ageMs: number, cadenceSeconds: number | null): Freshness =>
  freshnessSchema.parse({
    state,
    observedAt: new Date(now - ageMs).toISOString(),
    lateAt: null,
    staleAt: null,
    lostAfter: null,
    cadenceSeconds,
  });
const named = (name: string, freshness: Freshness): Parameters<typeof sourceDelay>[0][number] => ({
  names: { vi: name, en: name },
  freshness,
});

test('while all keep their word, the oldest sign of life is told', () => {
  expect(sourceDelay([named('A', fresh('live', 3000, 60)), named('B', fresh('live', 9000, 60))], now, vi)).toBe(
    'Trễ nguồn 9 giây',
  );
});

test('a source out of its cadence is named, also when a slow one is older', () => {
  const sources = [named('Tuần', fresh('live', 86_400_000, 604_800)), named('Xe buýt', fresh('late', 20_000, 15))];

  expect(sourceDelay(sources, now, vi)).toBe('Chậm nhất: Xe buýt · 20 giây');
});

test('a source that promised nothing cannot be late', () => {
  expect(sourceDelay([named('A', fresh('live', 3000, null))], now, vi)).toBe('chưa có nguồn');
});
