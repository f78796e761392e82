/** Words of a request; what is not told is left out. */
export type Words = Readonly<Record<string, string | null | undefined>>;

/** @returns the path with the words that say something, always in the same order */
export function addressOf(path: string, words: Words): string {
  const given = Object.entries(words).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, value]],
  );
  return `${path}?${new URLSearchParams(given).toString()}`;
}
