import { expect, test } from 'vitest';

import { statedText } from './stated-text.ts';

test('a value is told as it was stated, bound and unit included', () => {
  const value = { value: 311_000, bound: 'more-than', unitOfMeasure: '{dossier}' } as const;

  expect(statedText(value, 'vi')).toBe('trên 311.000 hồ sơ');
  expect(statedText(value, 'en')).toBe('more than 311,000 dossiers');
  expect(statedText({ value: 0.9, bound: 'at-least', unitOfMeasure: '1' }, 'vi')).toBe('từ 90% trở lên');
});

test('no digit is added that nobody stated', () => {
  expect(statedText({ value: 0.57, bound: null, unitOfMeasure: '1' }, 'vi')).toBe('57%');
  expect(statedText({ value: 0.575, bound: null, unitOfMeasure: '1' }, 'vi')).toBe('57,5%');
  expect(statedText({ value: 1055, bound: null, unitOfMeasure: '{service}' }, 'vi')).toBe('1.055 dịch vụ');
});
