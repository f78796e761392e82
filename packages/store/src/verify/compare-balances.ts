import { measureSchema } from '@flagtower/contracts';
import type { PoolClient } from 'pg';

import type { Ledger } from '../ledger/ledgers.ts';
import { measureCode, measureColumn } from '../ledger/measure-codes.ts';
import type { Difference } from './verify-ledger.ts';

/** Buckets of one entry at the three levels, in SQL: must say the same as domain's `bucketOf`. Cohorts lie at the receipt. */
const buckets = `unnest(array[0, 1, 2]::int2[], array[
  (extract(year from t.moment at time zone $2::text) * 12 + extract(month from t.moment at time zone $2::text) - 1)::int,
  (t.moment at time zone $2::text)::date - date '1970-01-01',
  floor(extract(epoch from t.moment) / 3600)::int]) as b(level, bucket)`;

/** Each measure's code with its column. */
const columns = measureSchema.options
  .map((measure) => `(${String(measureCode(measure))}, b.${measureColumn(measure)})`)
  .join(', ');

/** Stage one: every balance of every grain is the sum of its entries, and no balance is missing. */
export async function compareBalances(
  client: PoolClient,
  ledger: Pick<Ledger, 'id' | 'zone'>,
): Promise<{ compared: number; differences: Difference[] }> {
  const { rows } = await client.query<{ place: string; stored: number; expected: number; compared: number }>(
    `with summed as (
        select g.grain, c.case_kind, c.source_id,
          case when g.grain = 'unit' then c.unit else '' end as unit, case when g.grain = 'procedure' then c.procedure else '' end as procedure,
          case when g.grain = 'procedure' then '' else c.channel end as channel, e.measure, b.level, b.bucket, sum(e.delta) as sum
        from entries e join cells c on c.id = e.cell cross join lateral (values (coalesce(e.cohort_at, e.effective_at))) as t(moment)
          cross join unnest(array['total', 'unit', 'procedure']) as g(grain) cross join ${buckets}
        where e.ledger_id = $1 and (g.grain = 'total' or b.level < 2)
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9),
      kept as (
        select s.grain, s.case_kind, s.source_id, s.unit, s.procedure, s.channel, m.code as measure, b.level, b.bucket, m.sum
        from balances b join slices s on s.id = b.slice cross join lateral (values ${columns}) as m(code, sum)
        where s.ledger_id = $1 and m.sum is not null),
      compared as (
        select concat_ws('|', grain, case_kind, source_id, unit, procedure, channel, measure, level, bucket) as place, coalesce(k.sum, 0)::float8 as stored, coalesce(s.sum, 0)::float8 as expected
        from kept k full join summed s using (grain, case_kind, source_id, unit, procedure, channel, measure, level, bucket))
     select place, stored, expected, 0::float8 as compared from (select * from compared where stored <> expected limit 1000) d
     union all select '', 0, 0, count(*)::float8 from compared`,
    [ledger.id, ledger.zone],
  );
  const differences = rows
    .filter(({ place }) => place !== '')
    .map(({ place, stored, expected }) => ({ stage: 'balances' as const, place, stored, expected }));
  return { compared: rows.find(({ place }) => place === '')?.compared ?? 0, differences };
}
