import { expect, test } from 'vitest';

import { publishedMoment } from './published-moment.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

test('a period that is over was told a day after its end', () => {
  expect(iso(publishedMoment({ to: '2026-10-31T17:00:00.000Z', at: '2026-11-24T03:00:00.000Z' }))).toBe(
    '2026-11-01T17:00:00.000Z',
  );
});

test('a period that still runs is held against the day before', () => {
  expect(iso(publishedMoment({ to: '2026-11-30T17:00:00.000Z', at: '2026-11-24T03:00:00.000Z' }))).toBe(
    '2026-11-23T03:00:00.000Z',
  );
  expect(iso(publishedMoment({ to: null, at: '2026-11-24T03:00:00.000Z' }))).toBe('2026-11-23T03:00:00.000Z');
});
