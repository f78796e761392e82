/** A table that is asked with words of a file: what every object inherits, such as `constructor`, is no word of it. */
export function ownWords<T>(words: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const own = { ...words };
  Object.setPrototypeOf(own, null);
  return own;
}
