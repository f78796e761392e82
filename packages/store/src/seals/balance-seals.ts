import type { Queryable } from '../ledger/queryable.ts';
import type { SeqRange } from './seal-ranges.ts';

export interface BalanceSeal extends SeqRange {
  readonly id: number;
}

/** All of a ledger, in the order of their beginnings. */
export async function readBalanceSeals(db: Queryable, ledgerId: number): Promise<BalanceSeal[]> {
  const { rows } = await db.query<BalanceSeal>(
    `select id, after_seq::float8 as after, upto_seq::float8 as upto from balance_seals where ledger_id = $1 order by after_seq, upto_seq`,
    [ledgerId],
  );
  return rows;
}
