import { expect, test } from 'vitest';

import type { Telling } from './active.ts';
import { clearedNotices, clearTimeOf } from './cleared.ts';

const crash = (more: Partial<Telling> = {}): Telling => ({
  id: 'crash',
  version: 1,
  hash: 'a',
  toldAt: 100,
  startsAt: 90,
  endsAt: null,
  ended: false,
  supersedes: [],
  status: 'actual',
  ...more,
});
const end = (more: Partial<Telling> = {}): Telling => crash({ version: 2, toldAt: 150, ended: true, ...more });
const overIn = (tellings: readonly Telling[], from: number | null = null, to = 1000, at = 999): [string, number][] =>
  clearedNotices(tellings, { from, to, at }).map(({ told, overAt }) => [told.id, overAt]);

test('a notice is cleared when its end was told first, in the period that holds that moment', () => {
  const told = [crash(), end(), end({ version: 3, toldAt: 180 })];

  expect(overIn(told)).toEqual([['crash', 150]]);
  expect([overIn(told, 150, 151), overIn(told, 151), overIn(told, 0, 150)]).toEqual([[['crash', 150]], [], []]);
});

test('in any order of arrival, and not while its last word says that it goes on', () => {
  expect(overIn([end(), crash()])).toEqual([['crash', 150]]);
  const told = [crash(), end(), crash({ version: 3, toldAt: 170 })];
  expect([overIn(told, 0, 160), overIn(told, 0, 160, 169)]).toEqual([[], [['crash', 150]]]);
});

test('an end of its own counts where it came before the word, or without one', () => {
  expect(overIn([crash({ endsAt: 140 }), end({ endsAt: 140 })])).toEqual([['crash', 140]]);
  expect(overIn([crash({ endsAt: 140 })])).toEqual([['crash', 140]]);
  expect(overIn([crash()])).toEqual([]);
});

test('what goes on as another notice, was never going on, had not begun or was an exercise is not cleared', () => {
  expect(overIn([crash(), end(), crash({ id: 'pile-up', toldAt: 140, supersedes: ['crash'] })])).toEqual([]);
  expect(overIn([end()])).toEqual([]);
  expect(overIn([crash({ startsAt: 160 }), end({ startsAt: 160 })])).toEqual([]);
  expect(overIn([crash({ status: 'exercise' }), end({ status: 'exercise' })])).toEqual([]);
});

test('the time is the middle one, of two in the middle their mean, of none not known', () => {
  const took = (...times: number[]) => clearTimeOf(times.map((ms) => ({ startsAt: 5, overAt: 5 + ms })));

  expect([took(7), took(9, 1, 2), took(1, 2, 4, 30), took()]).toEqual([7, 2, 3, null]);
});
