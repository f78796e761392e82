import { expect, test } from 'vitest';

import { plainText } from '../words/plain-text.ts';
import { matchRank } from './name-match.ts';

const names = ['Ba Đình', 'Bạch Đằng', 'Đống Đa', 'Hoàn Kiếm', 'Thượng Cát', 'Ba Vì'];

function found(typed: string): string[] {
  return names
    .map((name) => ({ name, rank: matchRank(typed, name, '00004') }))
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

test('names are found without their marks', () => {
  expect(found('ba dinh')).toEqual(['Ba Đình']);
  expect(found('Đống')).toEqual(['Đống Đa']);
  expect(found('thuong cat')).toEqual(['Thượng Cát']);
  expect(plainText('Đăng ký khai sinh (cấp xã)')).toBe('dang ky khai sinh cap xa');
});

test('first letters find a name, the shorter way first', () => {
  expect(found('bd')).toEqual(['Ba Đình', 'Bạch Đằng']);
  expect(found('ba')).toEqual(['Ba Vì', 'Ba Đình', 'Bạch Đằng']);
});

test('a code finds its unit, and nothing typed finds nothing', () => {
  expect(matchRank('00004', 'Ba Đình', '00004')).toBe(1);
  expect(found('  ')).toEqual([]);
});
