import type { PoolClient } from 'pg';

import type { Difference } from './verify-ledger.ts';

/** Rounding of sums of floating point numbers that were added in another order. */
const tolerance = 1e-6;

/** Roll-ups are what the standing readings add up to; latest values are the newest standing ones. Sealed days are left out: their readings are gone. */
export async function compareObservations(
  client: PoolClient,
  ledgerId: number,
): Promise<{ compared: number; differences: Difference[] }> {
  const rollups = await client.query<{ place: string; stored: number; expected: number }>(
    `with standing as (
        select distinct on (source_id, record_id) source_id, feed, metric, floor(extract(epoch from occurred_at) / 60)::int as minute, value
        from observations o where ledger_id = $1 and retracted_seq is null
          and not exists (select from sealed_days d where d.ledger_id = $1 and d.feed = o.feed and d.day = to_char(o.occurred_at at time zone 'UTC', 'YYYY-MM-DD'))
        order by source_id, record_id, version desc, hash collate "C" desc),
      expected as (select source_id, feed, metric, minute, count(value) as n, coalesce(sum(value), 0) as sum, count(*) filter (where value is null) as absent from standing group by 1, 2, 3, 4),
      kept as (
        select source_id, feed, metric, minute, n, sum, absent from minute_rollups r where ledger_id = $1 and (n <> 0 or absent <> 0)
          and not exists (select from sealed_days d where d.ledger_id = $1 and d.feed = r.feed and d.day = to_char(to_timestamp(r.minute::float8 * 60) at time zone 'UTC', 'YYYY-MM-DD')))
     select concat_ws('|', source_id, feed, metric, minute) as place, coalesce(k.n, 0)::float8 as stored, coalesce(e.n, 0)::float8 as expected
      from kept k full join expected e using (source_id, feed, metric, minute)
      where coalesce(k.n, 0) <> coalesce(e.n, 0) or coalesce(k.absent, 0) <> coalesce(e.absent, 0)
        or abs(coalesce(k.sum, 0) - coalesce(e.sum, 0)) > $2 * greatest(1, abs(coalesce(e.sum, 0))) limit 1000`,
    [ledgerId, tolerance],
  );
  const latest = await client.query<{ place: string; stored: number; expected: number }>(
    `with expected as (
        select distinct on (feed, entity, metric) feed, entity, metric, seq from observations where ledger_id = $1 and retracted_seq is null
        order by feed, entity, metric, occurred_at desc, version desc, hash collate "C" desc, seq)
     select concat_ws('|', feed, entity, metric) as place, coalesce(l.seq, 0)::float8 as stored, coalesce(e.seq, 0)::float8 as expected
      from (select * from latest_values where ledger_id = $1) l full join expected e using (feed, entity, metric)
      where e.seq is not null and e.seq is distinct from l.seq limit 1000`,
    [ledgerId],
  );
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::float8 as n from minute_rollups where ledger_id = $1`,
    [ledgerId],
  );
  return {
    compared: rows[0]?.n ?? 0,
    differences: [
      ...rollups.rows.map((row) => ({ stage: 'rollups' as const, ...row })),
      ...latest.rows.map((row) => ({ stage: 'latest' as const, ...row })),
    ],
  };
}
