import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { pageSearchSchema, readSearch, writeSearch } from './page-search.ts';

const understood = (text: string) => pageSearchSchema.parse(readSearch(text));

test('an address says ledger, language, theme and unit', () => {
  expect(understood('?ledger=trial&lang=en&theme=light&unit=01')).toEqual({
    ledger: 'trial',
    lang: 'en',
    theme: 'light',
    unit: '01',
  });
});

test('what is not understood is left out, and the page opens all the same', () => {
  expect(understood('?ledger=secret&theme=pink&lang=fr')).toEqual({});
});

test('words of others stay in the address', () => {
  expect(readSearch(writeSearch(understood('?scene=traffic&unit=00004')))).toEqual({ scene: 'traffic', unit: '00004' });
});

test('an address that is read and written says the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (words) => {
      expect(readSearch(writeSearch(words))).toEqual(Object.fromEntries(Object.entries(words)));
    }),
  );
});
