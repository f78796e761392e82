import { expect, test } from 'vitest';

import { textIn } from './text-in.ts';

const texts = (...languages: string[]) => languages.map((language) => ({ language }));

test('a text is in the language that is asked for, its own tag before a regional one, in any case', () => {
  expect(textIn(texts('en-GB', 'vi-VN'), 'vi')?.language).toBe('vi-VN');
  expect(textIn(texts('vi-VN', 'VI'), 'vi')?.language).toBe('VI');
  expect(textIn(texts('vic', 'EN-us'), 'en')?.language).toBe('EN-us');
});

test('another language that begins with the same letters is another one', () => {
  expect(textIn(texts('fr', 'vic'), 'vi')?.language).toBe('fr');
});

test('without that language the sender’s first text is better than none', () => {
  expect(textIn(texts('und', 'fr'), 'vi')?.language).toBe('und');
  expect(textIn([], 'vi')).toBeUndefined();
});
