import type { PoolClient } from 'pg';

import type { Ledger } from '../ledger/ledgers.ts';
import { readBalanceSeals } from '../seals/balance-seals.ts';
import { sumsOfRange } from '../seals/sums-of-range.ts';
import type { Difference } from './verify-ledger.ts';

/**
 * Sealed balances are the sums of their entries, large ones of the smaller ones that are compared themselves.
 * @param part of the seals: begins at `from` in [0, 1) and goes round; an audit rotates through all
 */
export async function compareSealedBalances(
  client: PoolClient,
  ledger: Pick<Ledger, 'id' | 'zone'>,
  { share, from }: { readonly share: number; readonly from: number },
): Promise<{ compared: number; differences: Difference[] }> {
  const seals = await readBalanceSeals(client, ledger.id);
  const part = seals.filter((_, index) => ((index + 0.5) / seals.length - from + 1) % 1 < share || share >= 1);
  const differences: Difference[] = [];
  for (const seal of part) {
    const { sql, values } = sumsOfRange(ledger, seal, seals);
    const { rows } = await client.query<{ place: string; stored: number; expected: number }>(
      `with summed as (${sql}),
        kept as (
          select slice, level, measure, u.bucket, u.sum from sealed_balances b cross join lateral unnest(b.buckets, b.sums) as u(bucket, sum) where b.seal = $${String(values.length + 1)})
       select concat_ws('|', slice, level, measure, bucket) as place, coalesce(k.sum, 0)::float8 as stored, coalesce(s.sum, 0)::float8 as expected
        from kept k full join summed s using (slice, level, measure, bucket) where coalesce(k.sum, 0) <> coalesce(s.sum, 0) limit 1000`,
      [...values, seal.id],
    );
    const range = `${String(seal.after)}-${String(seal.upto)}`;
    differences.push(
      ...rows.map((row) => ({ ...row, stage: 'sealed-balances' as const, place: `${range}|${row.place}` })),
    );
  }
  return { compared: part.length, differences };
}
