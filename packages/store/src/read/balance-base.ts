import type { Queryable } from '../ledger/queryable.ts';
import { readBalanceSeals } from '../seals/balance-seals.ts';
import { chainOf } from '../seals/seal-ranges.ts';

/** A commit at which the balances are kept. What lies between it and `known` is read from the entries. */
export interface BalanceBase {
  readonly seq: number;
  /** Seals that add up to it; `null`: today's balances. Without any, nothing was known. */
  readonly seals: readonly number[] | null;
}

/** The base nearest to `known`: the last commit, the beginning, or the end of a seal before or after it. */
export async function nearestBase(
  db: Queryable,
  ledgerId: number,
  { knownSeq, lastSeq }: { readonly knownSeq: number; readonly lastSeq: number },
): Promise<BalanceBase> {
  const today = { seq: lastSeq, seals: null };
  if (knownSeq >= lastSeq) return today;
  const seals = await readBalanceSeals(db, ledgerId);
  const before = chainOf(seals, { after: 0, upto: knownSeq });
  const end = before.at(-1)?.upto ?? 0;
  const beyond = Math.min(...seals.flatMap(({ after, upto }) => (after === end ? [upto] : [])));
  const bases: BalanceBase[] = [today, { seq: end, seals: before.map(({ id }) => id) }];
  if (Number.isFinite(beyond))
    bases.push({ seq: beyond, seals: chainOf(seals, { after: 0, upto: beyond }).map(({ id }) => id) });
  return bases.reduce((nearest, base) =>
    Math.abs(base.seq - knownSeq) < Math.abs(nearest.seq - knownSeq) ? base : nearest,
  );
}
