import { expect, test } from 'vitest';

import { typedNumber } from './typed-number.ts';

test.for([
  ['1.055', 'vi', 1055],
  ['55,5', 'vi', 55.5],
  ['55,5 %', 'vi', 55.5],
  ['0,4', 'vi', 0.4],
  ['1,055', 'en', 1055],
  ['55.5%', 'en', 55.5],
  ['311000', 'vi', 311_000],
] as const)('%s in %s is %s', ([text, language, value]) => {
  expect(typedNumber(text, language)).toBe(value);
});

test.for([
  ['0.55', 'vi'],
  ['1.05', 'vi'],
  ['1,05', 'en'],
  ['', 'vi'],
  ['-1', 'vi'],
  ['mười', 'vi'],
] as const)('%s in %s is none', ([text, language]) => {
  expect(typedNumber(text, language)).toBeNull();
});
