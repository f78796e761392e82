/** Commits of a ledger: those after one, up to another. */
export interface SeqRange {
  readonly after: number;
  readonly upto: number;
}

/** So many seals are summed up into one of the next size, again and again. */
const fanOut = 8;

/** The seal to make next; `null`: all that are whole are there. A large one comes once its parts are there. */
export function nextSeal(seals: readonly SeqRange[], lastSeq: number, interval: number): SeqRange | null {
  const made = new Set(seals.map(({ after, upto }) => `${String(after)} ${String(upto)}`));
  for (let upto = interval; upto <= lastSeq; upto += interval) {
    for (let size = interval; upto % size === 0; size *= fanOut) {
      const after = upto - size;
      if (!made.has(`${String(after)} ${String(upto)}`)) return { after, upto };
    }
  }
  return null;
}

/** Seals that follow on each other from `after` on, the largest first, as far as they go without passing `upto`. */
export function chainOf<Seal extends SeqRange>(seals: readonly Seal[], { after, upto }: SeqRange): Seal[] {
  const chain: Seal[] = [];
  for (let end = after; end < upto;) {
    const next = seals
      .filter((seal) => seal.after === end && seal.upto <= upto)
      .reduce<Seal | null>((most, seal) => (most === null || seal.upto > most.upto ? seal : most), null);
    if (next === null) break;
    chain.push(next);
    end = next.upto;
  }
  return chain;
}

/** Smaller seals that a seal is the sum of; `null`: they are not all there. */
export function partsOf<Seal extends SeqRange>(seals: readonly Seal[], range: SeqRange): Seal[] | null {
  const smaller = seals.filter(({ after, upto }) => upto - after < range.upto - range.after);
  const chain = chainOf(smaller, range);
  return chain.at(-1)?.upto === range.upto ? chain : null;
}
