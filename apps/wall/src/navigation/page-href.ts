/** Words of an address that hold on every page. */
const keptWords = ['ledger', 'lang', 'theme'] as const;

/**
 * The address of another page that shows the same books in the same language and look.
 * @param search words of the other page; `undefined` ones are left out
 * @param current the search of the page that the link stands on
 */
export function pageHref(path: string, search: Readonly<Record<string, string | undefined>>, current: string): string {
  const held = new URLSearchParams(current);
  const words = new URLSearchParams();
  for (const name of keptWords) {
    const value = held.get(name);
    if (value !== null) words.set(name, value);
  }
  for (const [name, value] of Object.entries(search)) if (value !== undefined) words.set(name, value);
  const text = words.toString();
  return text === '' ? path : `${path}?${text}`;
}
