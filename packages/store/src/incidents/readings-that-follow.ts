import { instantSchema, type Threshold } from '@flagtower/contracts';
import type { PoolClient } from 'pg';
import { z } from 'zod';

import { clearedFrom, judgedReadings, type Judged } from './judged-readings.ts';
import type { Keeping } from './keep-readings.ts';

const rowSchema = z.object({
  place: z.number(),
  seq: z.number(),
  feed: z.string(),
  metric: z.string(),
  entity: z.string(),
  occurredAt: z.date().transform((moment) => instantSchema.parse(moment.toISOString())),
  value: z.number().nullable(),
});

/** A reading of the ledger, by its place in the commit order. */
interface Position {
  readonly seq: number;
  readonly threshold: Threshold;
}

/** Other tellings of the same records: which of them stands is only known where all are kept. */
export async function otherTellings(
  client: PoolClient,
  { ledgerId, zone }: Keeping,
  kept: readonly Position[],
): Promise<Judged[]> {
  const { rows } = await client.query({
    name: 'other-tellings',
    text: `select k.place::int, o.seq::float8, o.feed, o.metric, o.entity, o.occurred_at as "occurredAt", o.value
      from unnest($2::int8[]) with ordinality as k(seq, place)
        join observations n on n.ledger_id = $1 and n.seq = k.seq
        join observations o on o.ledger_id = $1 and o.source_id = n.source_id and o.record_id = n.record_id
          and o.feed = n.feed and o.metric = n.metric and o.entity = n.entity and o.seq <> n.seq and o.retracted_seq is null`,
    values: [ledgerId, kept.map(({ seq }) => seq)],
  });
  return judgedRows(rows, kept, zone);
}

/**
 * What stands after each of some readings, up to the first value that clears its threshold: what arrives late may have all that behind it
 * already, and none of it mattered when it came.
 */
export async function readingsThatFollow(
  client: PoolClient,
  { ledgerId, zone }: Keeping,
  kept: readonly Position[],
): Promise<Judged[]> {
  const bounds = kept.map(({ threshold }) => clearedFrom(threshold));
  const { rows } = await client.query({
    name: 'readings-that-follow',
    text: `with told as (
        select distinct on (b.threshold, o.entity, o.occurred_at) b.*, o.entity, o.occurred_at
        from unnest($2::int8[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[], $8::bool[]) with ordinality as b(seq, threshold, feed, metric, outwards, clear, includes, place)
          join observations o on o.ledger_id = $1 and o.seq = b.seq
          join latest_values l on l.ledger_id = $1 and l.feed = b.feed and l.metric = b.metric and l.entity = o.entity and l.occurred_at > o.occurred_at),
      stretches as (
        select min(t.place) as place, t.feed, t.metric, t.entity, min(t.occurred_at) as since, e.ends from told t
          left join lateral (select o.occurred_at as ends from observations o where o.ledger_id = $1 and o.feed = t.feed and o.metric = t.metric and o.entity = t.entity
              and o.occurred_at > t.occurred_at and o.retracted_seq is null
              and (o.value * t.outwards < t.clear * t.outwards or (t.includes and o.value = t.clear)) and ${standing}
            order by o.occurred_at limit 1) e on true
        group by t.threshold, t.feed, t.metric, t.entity, e.ends)
      select s.place::int, o.seq::float8, o.feed, o.metric, o.entity, o.occurred_at as "occurredAt", o.value
      from stretches s join observations o on o.ledger_id = $1 and o.feed = s.feed and o.metric = s.metric and o.entity = s.entity
        and o.occurred_at >= s.since and o.occurred_at <= coalesce(s.ends, 'infinity') and o.value is not null and o.retracted_seq is null and ${standing}`,
    values: [
      ledgerId,
      kept.map(({ seq }) => seq),
      kept.map(({ threshold }) => threshold.id),
      kept.map(({ threshold }) => threshold.feed),
      kept.map(({ threshold }) => threshold.metric),
      kept.map(({ threshold }) => (threshold.side === 'above' ? 1 : -1)),
      bounds.map(({ value }) => value),
      bounds.map(({ includes }) => includes),
    ],
  });
  return judgedRows(rows, kept, zone);
}

const standing = `not exists (select from observations c where c.ledger_id = o.ledger_id and c.source_id = o.source_id and c.record_id = o.record_id
  and c.retracted_seq is null and (c.version, c.hash collate "C") > (o.version, o.hash collate "C"))`;

function judgedRows(rows: readonly unknown[], kept: readonly Position[], zone: string): Judged[] {
  return rows.flatMap((row) => {
    const { place, ...reading } = rowSchema.parse(row);
    const threshold = kept[place - 1]?.threshold;
    return threshold === undefined ? [] : judgedReadings([threshold], zone, [reading]);
  });
}
