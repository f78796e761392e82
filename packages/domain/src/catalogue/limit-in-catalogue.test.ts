import { catalogueItemSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { limitInCatalogue, type ToldProcedure } from './limit-in-catalogue.ts';

function told(workingDays: number | null, more: object = {}, rank = 1): ToldProcedure {
  const item = catalogueItemSchema.parse({
    kind: 'catalogue-item',
    recordId: `P:${String(workingDays)}:${JSON.stringify(more)}`,
    occurredAt: '2019-01-01T00:00:00.000Z',
    itemType: 'procedure',
    code: 'P',
    names: [],
    validFrom: null,
    validTo: null,
    ...(workingDays === null ? {} : { timeLimit: { workingDays, basis: 'a text' } }),
    ...more,
  });
  return { source: rank === 1 ? 'city' : 'region', rank, item };
}

const daysIn = (items: ToldProcedure[], day = '2026-03-02', level: 'commune' | null = null) =>
  limitInCatalogue(items, { day, level })?.workingDays ?? null;

test('the limit is the one in force on the day, whatever holds before and after', () => {
  const items = [told(5, { validTo: '2026-03-01' }), told(3, { validFrom: '2026-03-02' })];

  expect([daysIn(items, '2026-03-01'), daysIn(items, '2026-03-02')]).toEqual([5, 3]);
  expect(daysIn([told(3, { validFrom: '2026-03-03' }), told(null)])).toBeNull();
});

test('what names the level of the unit goes first, what names others only does not count', () => {
  const items = [told(10, { competence: ['department'] }), told(7), told(2, { competence: ['commune'] })];

  expect(daysIn(items, '2026-03-02', 'commune')).toBe(2);
  expect(daysIn(items.slice(0, 2), '2026-03-02', 'commune')).toBe(7);
  expect(daysIn(items.slice(0, 1), '2026-03-02', 'commune')).toBeNull();
});

test('of several the lower rank is believed, then the later beginning, then the longer limit, in any order', () => {
  const items = [told(9, {}, 2), told(4, { validFrom: '2025-01-01' }), told(6, { validFrom: '2025-01-01' }), told(8)];

  expect([daysIn(items), daysIn(items.toReversed())]).toEqual([6, 6]);
});
