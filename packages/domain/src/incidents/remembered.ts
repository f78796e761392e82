/**
 * A pure function of a list that keeps its last answer to each list, known by the very members and the very second argument: for
 * members that never change and are handed in again and again. What nobody holds any more is forgotten.
 */
export function rememberedOf<Member extends object, Given, Made>(
  make: (members: readonly Member[], given: Given) => Made,
): (members: readonly Member[], given: Given) => Made {
  const kept = new WeakMap<
    Member,
    { readonly members: readonly Member[]; readonly given: Given; readonly made: Made }
  >();
  return (members, given) => {
    const [first] = members;
    if (first === undefined) return make(members, given);
    const held = kept.get(first);
    if (held?.given === given && isSame(held.members, members)) return held.made;
    const made = make(members, given);
    kept.set(first, { members, given, made });
    return made;
  };
}

/** The very same members in the same order. */
export function isSame<Member>(one: readonly Member[], other: readonly Member[]): boolean {
  return one.length === other.length && one.every((member, index) => member === other[index]);
}
