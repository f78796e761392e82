import { expect, test } from 'vitest';

import { on, told } from '../testing/told.ts';
import type { Claim } from './claim.ts';
import { timelineOf, valueAt } from './timeline.ts';

const unit = (claim: Claim): string | undefined => claim.unit;
const change = (at: number, value: string, version = 0): Claim => told('amended', at, { unit: value, version });
const correction = (at: number, value: string, version: number): Claim =>
  told('amended', at, { unit: value, version, dating: 'correction' });

test('without a correction the first change also holds before its time', () => {
  expect(timelineOf([change(on(3), 'b'), change(on(2), 'a')], unit)).toEqual([
    { from: -Infinity, value: 'a' },
    { from: on(3), value: 'b' },
  ]);
});

test('a correction acts from the start and takes the place of what was told in earlier versions', () => {
  const claims = [change(on(2), 'a', 1), change(on(3), 'b', 1), correction(on(9), 'c', 2), change(on(4), 'd', 2)];

  expect(timelineOf(claims, unit)).toEqual([
    { from: -Infinity, value: 'c' },
    { from: on(4), value: 'd' },
  ]);
});

test('the newest correction is the one that holds', () => {
  expect(timelineOf([correction(on(1), 'new', 3), correction(on(9), 'old', 2)], unit)).toEqual([
    { from: -Infinity, value: 'new' },
  ]);
});

test('of two changes of one moment the newer version holds, from before that moment too', () => {
  expect(timelineOf([change(on(2), 'a', 1), { ...change(on(2), 'b', 2), recordId: 'other' }], unit)).toEqual([
    { from: -Infinity, value: 'b' },
  ]);
});

test('a value that is told again is no change', () => {
  expect(timelineOf([change(on(2), 'a'), change(on(3), 'a'), change(on(4), 'b')], unit)).toEqual([
    { from: -Infinity, value: 'a' },
    { from: on(4), value: 'b' },
  ]);
});

test('silence is no value', () => {
  expect(timelineOf([told('received', on(2))], unit)).toEqual([]);
  expect(valueAt([], on(2))).toBeNull();
});

test('a value holds from its moment on', () => {
  const timeline = timelineOf([change(on(2), 'a'), change(on(3), 'b')], unit);

  expect(valueAt(timeline, on(3) - 1)).toBe('a');
  expect(valueAt(timeline, on(3))).toBe('b');
});
