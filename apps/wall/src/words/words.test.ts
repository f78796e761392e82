import { expect, test } from 'vitest';

import { en } from './en.ts';
import { initialLanguage } from './language.tsx';
import { vi } from './vi.ts';

function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('‹1›', '‹2›', '‹3›'))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

test('both languages say the same things, and every one of them with words', () => {
  const [vietnamese, english] = [texts(vi), texts(en)];

  expect(english.map(([path]) => path)).toEqual(vietnamese.map(([path]) => path));
  for (const [path, text] of [...vietnamese, ...english]) expect([path, text.trim()]).not.toEqual([path, '']);
});

test('a sentence that takes a number in one language takes it in the other', () => {
  const english = new Map(texts(en));

  for (const [path, text] of texts(vi)) {
    const places = text.match(/‹\d›/g)?.toSorted() ?? [];
    expect([path, english.get(path)?.match(/‹\d›/g)?.toSorted() ?? []]).toEqual([path, places]);
  }
});

test('the address decides, then what was chosen last, then Vietnamese', () => {
  expect(initialLanguage('?lang=en', 'vi')).toBe('en');
  expect(initialLanguage('', 'en')).toBe('en');
  expect(initialLanguage('?lang=fr', null)).toBe('vi');
});
