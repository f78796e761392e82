/**
 * Groups of what is linked, directly or through others, each in the order of `keys`: the order of links does not matter.
 * @throws RangeError for a link to what is not in `keys`
 */
export function joined(keys: readonly string[], links: Iterable<readonly [string, string]>): string[][] {
  const parents = new Map(keys.map((key) => [key, key]));
  const rootOf = (key: string): string => {
    let root = key;
    for (let parent = parents.get(root); parent !== root; parent = parents.get(root)) {
      if (parent === undefined) throw new RangeError('a link leads to what is not there');
      root = parent;
    }
    parents.set(key, root);
    return root;
  };
  for (const [one, other] of links) parents.set(rootOf(one), rootOf(other));
  return [...Map.groupBy(keys, rootOf).values()];
}
