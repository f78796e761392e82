import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { activeNotices, standingNotices, type Telling } from './active.ts';

const notice = (more: Partial<Telling> = {}): Telling => ({
  id: 'storm',
  version: 1,
  hash: 'a',
  toldAt: 50,
  startsAt: 100,
  endsAt: 200,
  ended: false,
  supersedes: [],
  status: 'actual',
  ...more,
});
const activeIds = (tellings: readonly Telling[], at = 150): string[] => activeNotices(tellings, at).map(({ id }) => id);

test('a notice is active from its start until just before its end', () => {
  expect([99, 100, 199, 200].map((at) => activeIds([notice()], at).length)).toEqual([0, 1, 1, 0]);
});

test('a notice without an end stays', () => {
  expect(activeIds([notice({ endsAt: null })], 1e12)).toEqual(['storm']);
});

test('the last telling decides, whatever came last', () => {
  expect(activeIds([notice({ version: 2, ended: true }), notice({ version: 1 })])).toEqual([]);
  expect(activeIds([notice({ version: 2 }), notice({ version: 1, ended: true })])).toEqual(['storm']);
});

test('a telling counts from when it was told', () => {
  const cancel = notice({ version: 2, ended: true, toldAt: 160 });

  expect(activeIds([notice(), cancel], 159)).toEqual(['storm']);
  expect(activeIds([notice(), cancel], 160)).toEqual([]);
});

test('of two tellings of one version the higher hash decides', () => {
  expect(activeIds([notice({ hash: 'b', ended: true }), notice({ hash: 'a' })])).toEqual([]);
});

test('a replaced notice is gone, also when the replacement came first', () => {
  const update = notice({ id: 'storm-2', supersedes: ['storm'] });

  expect(activeIds([update, notice()])).toEqual(['storm-2']);
});

test('a cancellation takes what it names with it', () => {
  expect(activeIds([notice(), notice({ id: 'cancel', ended: true, supersedes: ['storm'] })])).toEqual([]);
});

test('a notice that names itself does not replace itself', () => {
  expect(activeIds([notice({ supersedes: ['storm'] })])).toEqual(['storm']);
});

test.each(['exercise', 'test', 'system', 'draft'] as const)(
  'an %s is never shown, and replaces nothing that is',
  (status) => {
    expect(activeIds([notice(), notice({ id: 'other', status, supersedes: ['storm'] })])).toEqual(['storm']);
  },
);

test('a notice that is not active says why: replaced, withdrawn, over, not begun, or never real', () => {
  const standing = (tellings: readonly Telling[], at = 150): string[] =>
    standingNotices(tellings, at).map(({ told, standing: how }) => `${told.id} ${how}`);

  expect(standing([notice(), notice({ id: 'storm-2', supersedes: ['storm'] })])).toEqual([
    'storm replaced',
    'storm-2 active',
  ]);
  expect(standing([notice(), notice({ id: 'cancel', ended: true, supersedes: ['storm'] })])).toEqual([
    'storm ended',
    'cancel ended',
  ]);
  expect(standing([notice()], 99)).toEqual(['storm waiting']);
  expect(standing([notice()], 200)).toEqual(['storm over']);
  expect(standing([notice({ status: 'exercise' })])).toEqual(['storm not-real']);
});

test('the order of arrival does not matter', () => {
  const anyTelling = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    version: fc.nat({ max: 2 }),
    hash: fc.uuid(),
    toldAt: fc.constantFrom(0, 149, 150, 151),
    startsAt: fc.constantFrom(0, 100),
    endsAt: fc.constantFrom(null, 120, 200),
    ended: fc.boolean(),
    supersedes: fc.subarray(['a', 'b', 'c']),
    status: fc.constantFrom('actual' as const, 'test' as const),
  });

  fc.assert(
    fc.property(fc.array(anyTelling, { maxLength: 6 }), (tellings) => {
      expect(new Set(activeIds(tellings.toReversed()))).toEqual(new Set(activeIds(tellings)));
    }),
  );
});
