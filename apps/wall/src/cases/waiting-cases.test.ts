import { expect, test } from 'vitest';

import { addressOfCase, levelOfCase, mostUrgentFirst } from './waiting-cases.ts';

const promised = (dueAt: string | null, since = '2026-11-24T01:00:00Z') => ({ dueAt, since });
const noon = Date.parse('2026-11-24T12:00:00Z');

test('what is overdue longest comes first, and what nobody promised last', () => {
  const cases = [promised(null), promised('2026-11-25T00:00:00Z'), promised('2026-11-20T00:00:00Z')];

  expect(mostUrgentFirst(cases).map(({ dueAt }) => dueAt)).toEqual([
    '2026-11-20T00:00:00Z',
    '2026-11-25T00:00:00Z',
    null,
  ]);
});

test('of two without a promise the one that waits longer comes first', () => {
  const cases = [promised(null, '2026-11-24T02:00:00Z'), promised(null, '2026-11-24T01:00:00Z')];

  expect(mostUrgentFirst(cases)[0]?.since).toBe('2026-11-24T01:00:00Z');
});

test('a case is overdue after its deadline, and watched during its last 24 hours', () => {
  expect(levelOfCase(promised('2026-11-24T11:59:59.999Z'), noon)).toBe('warning');
  expect(levelOfCase(promised('2026-11-24T12:00:00Z'), noon)).toBe('watch');
  expect(levelOfCase(promised('2026-11-25T12:00:00.001Z'), noon)).toBe('normal');
  expect(levelOfCase(promised(null), noon)).toBe('normal');
});

test('only an address of the web is followed', () => {
  expect(addressOfCase('https://bao.example/a/1')).toBe('https://bao.example/a/1');
  expect(addressOfCase('javascript:alert(1)')).toBeNull();
  expect(addressOfCase('BC-20261124-0001')).toBeNull();
});
