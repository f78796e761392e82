import type { Ledger } from '../ledger/ledgers.ts';
import type { BalanceSeal } from './balance-seals.ts';
import { partsOf, type SeqRange } from './seal-ranges.ts';

/** A query for `slice, level, measure, bucket, sum`, one row each. Parameters begin with $1; one more may follow. */
export interface RangeSums {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Sums of a range of commits: of its smaller seals where they are all there, else of its entries. */
export function sumsOfRange(
  ledger: Pick<Ledger, 'id' | 'zone'>,
  range: SeqRange,
  seals: readonly BalanceSeal[],
): RangeSums {
  const parts = partsOf(seals, range);
  if (parts !== null) return { sql: sealSums, values: [parts.map(({ id }) => id)] };
  return { sql: entrySums, values: [ledger.id, ledger.zone, range.after, range.upto] };
}

/** Of `$1`, numbers of seals. */
const sealSums = `select b.slice, b.level, b.measure, u.bucket, sum(u.sum)::int as sum
  from sealed_balances b cross join lateral unnest(b.buckets, b.sums) as u(bucket, sum) where b.seal = any($1::int4[]) group by 1, 2, 3, 4`;

/**
 * Which slices an entry is added up in, and in which buckets, must be what a commit says: `store-entries.ts`. A range has as
 * many entries as a large city has in weeks: they are brought down to days, of totals to hours, before they are spread.
 */
const entrySums = `with told as materialized (
    select cell, measure, delta, (coalesce(cohort_at, effective_at) at time zone $2::text)::date - date '1970-01-01' as day,
      floor(date_part('epoch', coalesce(cohort_at, effective_at)) / 3600)::int as hour
    from entries where ledger_id = $1 and seq > $3 and seq <= $4),
  places as materialized (
    select c.id as cell, s.id as slice, s.grain
    from cells c
      cross join lateral (values ('total', '', '', c.channel), ('unit', c.unit, '', c.channel), ('procedure', '', c.procedure, '')) as g(grain, unit, procedure, channel)
      join slices s on s.ledger_id = c.ledger_id and s.grain = g.grain and s.case_kind = c.case_kind and s.source_id = c.source_id
        and s.unit = g.unit and s.procedure = g.procedure and s.channel = g.channel
    where c.ledger_id = $1),
  days as materialized (
    select p.slice, t.measure, t.day, case p.grain when 'total' then t.hour end as hour, sum(t.delta) as sum
    from told t join places p on p.cell = t.cell group by 1, 2, 3, 4)
  select d.slice, b.level, d.measure, b.bucket, sum(d.sum)::int as sum
  from days d
    cross join lateral (select date '1970-01-01' + d.day as day) l
    cross join lateral (values (0::int2, (date_part('year', l.day) * 12 + date_part('month', l.day) - 1)::int), (1::int2, d.day), (2::int2, d.hour)) as b(level, bucket)
  where b.bucket is not null
  group by 1, 2, 3, 4`;
