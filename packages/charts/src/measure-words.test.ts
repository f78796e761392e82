import { expect, test } from 'vitest';

import { measureWord } from './measure-words.ts';

test('a unit of measure is told in the reader’s words, and one without words without its braces', () => {
  expect(measureWord('{service}', 'vi')).toBe('dịch vụ');
  expect(measureWord('{service}', 'en')).toBe('services');
  expect(measureWord('1', 'vi')).toBe('%');
  expect(measureWord('{kiosk}', 'vi')).toBe('kiosk');
});
