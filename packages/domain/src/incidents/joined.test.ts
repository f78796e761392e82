import { expect, test } from 'vitest';

import { joined } from './joined.ts';

test('links join what hangs on them, in the order of the keys, whatever order the links come in', () => {
  const links = [
    ['c', 'd'],
    ['a', 'c'],
  ] as const;

  expect(joined(['a', 'b', 'c', 'd'], links)).toEqual([['a', 'c', 'd'], ['b']]);
  expect(joined(['a', 'b', 'c', 'd'], links.toReversed())).toEqual([['a', 'c', 'd'], ['b']]);
});

test('a link to what is not there is refused', () => {
  expect(() => joined(['a'], [['a', 'b']])).toThrow(RangeError);
});

test('a chain of a year is walked in no time: each takes over from the one before', () => {
  const keys = Array.from({ length: 50_000 }, (_, index) => `n${String(index)}`);
  const links = keys.slice(1).map((key, index): readonly [string, string] => [`n${String(index)}`, key]);

  expect(joined(keys, links)).toHaveLength(1);
});
