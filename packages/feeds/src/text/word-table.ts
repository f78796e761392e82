import { fold } from './tidy.ts';

const MAX_REMEMBERED = 1000;

/**
 * Looks words up without regard to case, blanks and Unicode form. Words of a list come again and again: how each was
 * spelt is remembered, up to a bound.
 * @returns `undefined` where the word is not in the table
 */
export function wordTable<T>(words: Readonly<Record<string, T>>): (word: string) => T | undefined {
  const table = new Map(Object.entries(words).map(([word, value]) => [fold(word), value]));
  const spelt = new Map<string, T | undefined>();
  return (word) => {
    if (spelt.has(word)) return spelt.get(word);
    const value = table.get(fold(word));
    if (spelt.size < MAX_REMEMBERED) spelt.set(word, value);
    return value;
  };
}
