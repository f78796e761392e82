import { expect, test } from 'vitest';

import { measuredText, measureWord } from './measure-words.ts';

test('a unit of measure is told in the reader’s words, and one without words without its braces', () => {
  expect(measureWord('{service}', 'vi')).toBe('dịch vụ');
  expect(measureWord('{service}', 'en')).toBe('services');
  expect(measureWord('1', 'vi')).toBe('%');
  expect(measureWord('{kiosk}', 'vi')).toBe('kiosk');
});

test('a measured value has its sign or word, a time is a span, and a number without a unit stays one', () => {
  expect(measuredText(41.2, 'ug/m3', 'vi')).toBe('41,2 µg/m³');
  expect(measuredText(1998, '{vehicle}/h', 'vi')).toBe('1.998 xe/giờ');
  expect(measuredText(0.25, 'm', 'en')).toBe('0.25 m');
  expect(measuredText(-90, 's', 'vi')).toBe('−1 phút 30');
  expect(measuredText(45, '1', 'vi')).toBe('45');
});
