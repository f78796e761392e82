/**
 * Groups of what is linked, directly or through others, each in the order of `keys`: the order of links does not matter.
 * @throws RangeError for a link to what is not in `keys`
 */
export function joined(keys: readonly string[], links: Iterable<readonly [string, string]>): string[][] {
  const parents = new Map(keys.map((key) => [key, key]));
  const parentOf = (key: string): string => {
    const parent = parents.get(key);
    if (parent === undefined) throw new RangeError('a link leads to what is not there');
    return parent;
  };
  const rootOf = (key: string): string => {
    let at = key;
    for (let parent = parentOf(at); parent !== at; at = parent, parent = parentOf(at)) {
      // Each step halves the way for the next who walks it: a chain of a year stays short.
      parent = parentOf(parent);
      parents.set(at, parent);
    }
    return at;
  };
  for (const [one, other] of links) parents.set(rootOf(one), rootOf(other));
  return [...Map.groupBy(keys, rootOf).values()];
}
