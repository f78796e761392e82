import { hash as digest } from 'node:crypto';

import type { Pool, PoolClient } from 'pg';

import { inTransaction } from '../ledger/transaction.ts';

export interface SealedDay {
  readonly feed: string;
  /** UTC day, `2026-11-24`. */
  readonly day: string;
  readonly observations: number;
}

/**
 * Lets raw readings go that are older than is kept: a day at a time, its roll-ups stay for good and are sealed with the
 * number of readings and a hash, so that `verify` can still tell whether anybody touched them. The newest reading of
 * each thing stays in the latest values.
 * @param keptFrom the first UTC day that is kept, `2026-10-25`
 */
export async function sealDays(pool: Pool, ledgerId: number, keptFrom: string, now: number): Promise<SealedDay[]> {
  const { rows } = await pool.query<{ feed: string; day: string }>(
    `select distinct feed, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD') as day from observations
      where ledger_id = $1 and occurred_at < ($2::date::timestamp at time zone 'UTC') order by 2, 1`,
    [ledgerId, keptFrom],
  );
  const sealed: SealedDay[] = [];
  for (const place of rows) sealed.push(await inTransaction(pool, (client) => sealDay(client, ledgerId, place, now)));
  return sealed;
}

async function sealDay(
  client: PoolClient,
  ledgerId: number,
  { feed, day }: { readonly feed: string; readonly day: string },
  now: number,
): Promise<SealedDay> {
  // Nothing may be committed into the day between its count and its end.
  await client.query(`select from ledgers where id = $1 for update`, [ledgerId]);
  const gone = await client.query(
    `delete from observations where ledger_id = $1 and feed = $2 and occurred_at >= ($3::date::timestamp at time zone 'UTC') and occurred_at < (($3::date + 1)::timestamp at time zone 'UTC')`,
    [ledgerId, feed, day],
  );
  const observations = gone.rowCount ?? 0;
  await client.query(
    `insert into sealed_days (ledger_id, feed, day, observations, hash, sealed_at) values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))
      on conflict (ledger_id, feed, day) do update set observations = sealed_days.observations + excluded.observations, hash = excluded.hash, sealed_at = excluded.sealed_at`,
    [ledgerId, feed, day, observations, await hashOfDay(client, ledgerId, feed, day), now],
  );
  return { feed, day, observations };
}

/** SHA-256 over the day's roll-ups in a fixed order. */
export async function hashOfDay(client: PoolClient, ledgerId: number, feed: string, day: string): Promise<string> {
  const { rows } = await client.query<{ line: string }>(
    `select concat_ws('|', source_id, metric, minute, n, sum, absent) as line from minute_rollups
      where ledger_id = $1 and feed = $2 and minute >= extract(epoch from ($3::date::timestamp at time zone 'UTC')) / 60 and minute < extract(epoch from (($3::date + 1)::timestamp at time zone 'UTC')) / 60
      order by source_id collate "C", metric collate "C", minute`,
    [ledgerId, feed, day],
  );
  return digest('sha256', rows.map(({ line }) => line).join('\n'), 'hex');
}
