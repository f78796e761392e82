import { expect, test } from 'vitest';

import { shortName, sourceNames } from './source-names.ts';

test('a remark in brackets at the end is left to the header', () => {
  expect(shortName('Vị trí xe buýt (mô phỏng)')).toBe('Vị trí xe buýt');
  expect(shortName('Sở (một) hai')).toBe('Sở (một) hai');
});

test('an unknown source is its own name, and more of them are counted', () => {
  expect(sourceNames(['a', 'b', 'c'], new Map(), 'vi')).toBe('a +2');
  expect(sourceNames([], new Map(), 'vi')).toBe('');
});
