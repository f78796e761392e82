import type { Pool } from 'pg';

import { ledgerWithId, type Ledger } from '../ledger/ledgers.ts';
import { inTransaction } from '../ledger/transaction.ts';
import { readBalanceSeals, type BalanceSeal } from './balance-seals.ts';
import { nextSeal, type SeqRange } from './seal-ranges.ts';
import { sumsOfRange } from './sums-of-range.ts';

/** Records of the smallest seals: at any `known` the entries of at most half as many are left to be read one by one. */
const defaultInterval = 131_072;

export interface SealOptions {
  readonly interval?: number;
  /** Looked at between two seals. */
  readonly signal?: AbortSignal;
}

/**
 * Sums up what was committed since the last seal, a seal and a transaction at a time, as far as it is whole. Takes no lock
 * that a commit waits for: what lies before the ledger's last commit never changes again. Of two processes one makes a seal.
 * @returns how many were made
 */
export async function sealBalances(
  pool: Pool,
  ledgerId: number,
  { interval = defaultInterval, signal }: SealOptions = {},
): Promise<number> {
  let made = 0;
  for (;;) {
    if (signal?.aborted === true) return made;
    const ledger = await ledgerWithId(pool, ledgerId);
    const seals = await readBalanceSeals(pool, ledgerId);
    const next = nextSeal(seals, ledger.lastSeq, interval);
    if (next === null) return made;
    if (await makeSeal(pool, ledger, next, seals)) made += 1;
  }
}

async function makeSeal(pool: Pool, ledger: Ledger, range: SeqRange, seals: readonly BalanceSeal[]): Promise<boolean> {
  return await inTransaction(pool, async (client) => {
    // Who else is at it is waited for here, and has made it then.
    const { rows } = await client.query<{ id: number }>(
      `insert into balance_seals (ledger_id, after_seq, upto_seq) values ($1, $2, $3) on conflict do nothing returning id`,
      [ledger.id, range.after, range.upto],
    );
    const [seal] = rows;
    if (seal === undefined) return false;
    await client.query(`set local work_mem = '64MB'`);
    const { sql, values } = sumsOfRange(ledger, range, seals);
    await client.query(
      `insert into sealed_balances (seal, slice, level, measure, buckets, sums)
        select $${String(values.length + 1)}::int4, slice, level, measure, array_agg(bucket order by bucket), array_agg(sum order by bucket)
        from (${sql}) s group by slice, level, measure`,
      [...values, seal.id],
    );
    return true;
  });
}
