import type { PoolClient } from 'pg';

/**
 * Takes an import's readings out of roll-ups and latest values, by making those minutes and things anew from what is
 * still told.
 * @returns how many readings were taken out
 */
export async function rebuildObservations(
  client: PoolClient,
  ledgerId: number,
  importId: string,
  seq: number,
): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `with gone as (update observations set retracted_seq = $2 where import_id = $1 and retracted_seq is null returning feed, entity, metric, source_id, occurred_at)
     select count(*)::float8 as n from gone`,
    [importId, seq],
  );
  const readings = rows[0]?.n ?? 0;
  if (readings === 0) return 0;
  await client.query(
    `update threshold_readings set retracted_seq = $2 where import_id = $1 and retracted_seq is null`,
    [importId, seq],
  );
  await client.query(
    `with minutes as (select distinct source_id, feed, metric, floor(extract(epoch from occurred_at) / 60)::int as minute from observations where import_id = $2),
      still as (
        select distinct on (o.source_id, o.record_id) o.source_id, o.feed, o.metric, m.minute, o.value from observations o
          join minutes m on m.source_id = o.source_id and m.feed = o.feed and m.metric = o.metric
            and o.occurred_at >= to_timestamp(m.minute::float8 * 60) and o.occurred_at < to_timestamp((m.minute::float8 + 1) * 60)
          where o.ledger_id = $1 and o.retracted_seq is null order by o.source_id, o.record_id, o.version desc, o.hash collate "C" desc),
      counted as (select m.source_id, m.feed, m.metric, m.minute, count(s.value) as n, coalesce(sum(s.value), 0) as sum, count(*) filter (where s.feed is not null and s.value is null) as absent
        from minutes m left join still s using (source_id, feed, metric, minute) group by 1, 2, 3, 4)
     update minute_rollups r set n = c.n, sum = c.sum, absent = c.absent from counted c
      where r.ledger_id = $1 and r.source_id = c.source_id and r.feed = c.feed and r.metric = c.metric and r.minute = c.minute`,
    [ledgerId, importId],
  );
  await client.query(
    `with things as (select distinct feed, entity, metric from observations where import_id = $2)
     delete from latest_values l using things t where l.ledger_id = $1 and l.feed = t.feed and l.entity = t.entity and l.metric = t.metric`,
    [ledgerId, importId],
  );
  await client.query(
    `insert into latest_values (ledger_id, feed, entity, metric, source_id, seq, occurred_at, version, hash, value, absent, unit_of_measure, quality, lon, lat, bearing, grp)
      select distinct on (o.feed, o.entity, o.metric) o.ledger_id, o.feed, o.entity, o.metric, o.source_id, o.seq, o.occurred_at, o.version, o.hash, o.value, o.absent, o.unit_of_measure, o.quality, o.lon, o.lat, o.bearing, o.grp
      from observations o join (select distinct feed, entity, metric from observations where import_id = $2) t on t.feed = o.feed and t.entity = o.entity and t.metric = o.metric
      where o.ledger_id = $1 and o.retracted_seq is null
      order by o.feed, o.entity, o.metric, o.occurred_at desc, o.version desc, o.hash collate "C" desc, o.seq`,
    [ledgerId, importId],
  );
  return readings;
}
