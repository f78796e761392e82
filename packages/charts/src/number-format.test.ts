import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { numberText, sharePointsText, shareText, shortNumberText, signedText } from './number-format.ts';

test('Vietnamese groups with points and cuts with a comma; English the other way round', () => {
  expect(numberText(311_402, 'vi')).toBe('311.402');
  expect(numberText(1234.5, 'vi', 2)).toBe('1.234,50');
  expect(numberText(1234.5, 'en', 2)).toBe('1,234.50');
  expect(numberText(3846, 'vi')).toBe('3.846');
});

test('a share is written as a percentage without a space', () => {
  expect(shareText(0.998, 'vi')).toBe('99,8%');
  expect(shareText(1, 'en', 0)).toBe('100%');
});

test('only a whole is written as 100%', () => {
  expect(shareText(23_337 / 23_338, 'vi')).toBe('99,9%');
  expect(shareText(0.996, 'en', 0)).toBe('99%');
  expect(shareText(1, 'vi')).toBe('100,0%');
});

test('the difference of two shares is in points, with a real minus', () => {
  expect(sharePointsText(-0.138, 'vi')).toBe('−13,8 điểm %');
  expect(sharePointsText(0.016, 'en')).toBe('+1.6 pp');
});

test('what rounds to nothing has no sign', () => {
  expect(signedText(-0.4, 'vi')).toBe('0');
  expect(signedText(0.04, 'vi', 1)).toBe('0,0');
});

test('millions have three valid digits, below a million every digit stays', () => {
  expect(shortNumberText(2_600_000, 'vi')).toBe('2,60 triệu');
  expect(shortNumberText(28_900_000, 'en')).toBe('28.9 million');
  expect(shortNumberText(999_999, 'vi')).toBe('999.999');
});

test('no text has a hyphen in place of a minus, and each text reads back as its number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (value) => {
      const text = numberText(value, 'vi');
      expect(text).not.toContain('-');
      expect(Number(text.replaceAll('.', '').replace('−', '-'))).toBe(value);
    }),
  );
});
