import type { Breakdown, Measure } from '@flagtower/contracts';

import { measureCode, measureColumn } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';
import type { BalanceBase } from './balance-base.ts';
import type { SumQuestion, SumRow } from './sums.ts';

export type Grain = 'total' | 'unit' | 'procedure';

/** A span's ends are kept in finer levels than its middle: days and hours are told the month or day that they lie in. */
const balanceGroups: Readonly<Record<Breakdown, string>> = {
  channel: 's.channel',
  procedure: 's.procedure',
  unit: 's.unit',
  source: 's.source_id',
  hour: 'b.bucket',
  day: `case b.level when 1 then b.bucket else (to_timestamp(b.bucket::float8 * 3600) at time zone $9::text)::date - date '1970-01-01' end`,
  month: `case b.level when 0 then b.bucket else (extract(year from l.local) * 12 + extract(month from l.local) - 1)::int end`,
};

interface Buckets {
  readonly grain: Grain;
  readonly ranges: readonly { readonly level: number; readonly from: number; readonly to: number }[];
  readonly seals: BalanceBase['seals'];
}

/** Sums of whole buckets, of today's balances or of sealed ones. */
export async function bucketSums(
  db: Queryable,
  question: SumQuestion,
  { grain, ranges, seals }: Buckets,
): Promise<SumRow[]> {
  if (ranges.length === 0 || seals?.length === 0) return [];
  const group = question.by === null ? `''` : balanceGroups[question.by];
  const asked = [
    question.ledger.id,
    grain,
    question.caseKind,
    question.source,
    question.units,
    ranges.map(({ level }) => level),
    ranges.map(({ from }) => from),
    ranges.map(({ to }) => to),
    question.ledger.zone,
    question.procedures ?? null,
  ];
  return seals === null
    ? await balanceSums(db, question.measures, group, asked)
    : await sealedSums(db, group, [...asked, question.measures.map(measureCode), seals]);
}

const ofSlices = `s.ledger_id = $1 and s.grain = $2 and s.case_kind = $3 and ($4::text is null or s.source_id = $4) and ($5::text[] is null or s.unit = any($5)) and $9::text is not null
        and ($10::text[] is null or s.procedure = any($10))`;

const localTime = `cross join lateral (select case b.level when 1 then (date '1970-01-01' + b.bucket)::timestamp when 2 then to_timestamp(b.bucket::float8 * 3600) at time zone $9::text end as local) l`;

async function balanceSums(
  db: Queryable,
  measures: readonly Measure[],
  group: string,
  asked: readonly unknown[],
): Promise<SumRow[]> {
  const sums = measures.map((measure) => `sum(b.${measureColumn(measure)})::float8`).join(', ');
  const { rows } = await db.query<{ group: SumRow['group']; sums: (number | null)[] }>(
    `select ${group} as "group", array[${sums}] as sums
      from slices s join unnest($6::int2[], $7::int4[], $8::int4[]) as r(level, lo, hi) on true
        join balances b on b.slice = s.id and b.level = r.level and b.bucket >= r.lo and b.bucket < r.hi ${localTime}
      where ${ofSlices} group by 1`,
    [...asked],
  );
  return rows.flatMap((row) =>
    measures.flatMap((measure, index) => {
      const sum = row.sums[index] ?? null;
      return sum === null ? [] : [{ group: row.group, measure: measureCode(measure), sum }];
    }),
  );
}

/** The same from sealed balances, whose buckets are lists: `$11` measures, `$12` seals. */
async function sealedSums(db: Queryable, group: string, asked: readonly unknown[]): Promise<SumRow[]> {
  const { rows } = await db.query<SumRow>(
    `select ${group} as "group", k.measure, sum(b.sum)::float8 as sum
      from slices s join unnest($6::int2[], $7::int4[], $8::int4[]) as r(level, lo, hi) on true
        join sealed_balances k on k.seal = any($12::int4[]) and k.slice = s.id and k.level = r.level and k.measure = any($11::int2[])
        cross join lateral (select k.level, u.bucket, u.sum from unnest(k.buckets, k.sums) as u(bucket, sum) where u.bucket >= r.lo and u.bucket < r.hi) b ${localTime}
      where ${ofSlices} group by 1, 2`,
    [...asked],
  );
  return rows;
}
