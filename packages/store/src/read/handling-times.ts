import type { Breakdown, CaseKind } from '@flagtower/contracts';
import type { Span } from '@flagtower/domain';

import type { Ledger } from '../ledger/ledgers.ts';
import { measureCode } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';

export interface HandlingQuestion {
  readonly ledger: Pick<Ledger, 'id' | 'zone'>;
  readonly caseKind: CaseKind;
  readonly source: string | null;
  readonly units: readonly string[] | null;
  /** `null` or absent: all. */
  readonly procedures?: readonly string[] | null;
  readonly span: Span;
  readonly knownSeq: number;
  /** By unit: the row that each key of the ledger is counted in; a key that is not here is a row of its own. */
  readonly rows?: readonly (readonly [key: string, row: string])[] | null;
  readonly by: Extract<Breakdown, 'channel' | 'procedure' | 'unit' | 'source' | 'day' | 'month'> | null;
}

export interface HandlingTimes {
  readonly group: string;
  readonly handled: number;
  /** Milliseconds. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
}

const groups = {
  channel: 'c.channel',
  procedure: 'c.procedure',
  unit: 'coalesce((select m.name from unnest($10::text[], $11::text[]) as m(key, name) where m.key = c.unit), c.unit)',
  source: 'c.source_id',
  day: `to_char(e.effective_at at time zone $8::text, 'YYYY-MM-DD')`,
  month: `to_char(e.effective_at at time zone $8::text, 'YYYY-MM')`,
} as const;

/** Position of a quantile among n sorted values, from 0: between two of them where it has a fraction. */
const medianAt = '(total - 1) * 0.5';
const p90At = '(total - 1) * 0.9';

/** Whether the value at a position is one of an hour's: `from_n` values are before it, `to_n` up to its end. */
const holds = (position: string): string => `(from_n <= ${position} and ${position} < to_n)`;

/**
 * Elapsed handling times of the handled cases of a span. Quantiles are no sums: entries that were taken back cancel
 * those that they take back, and what is left is the multiset that the quantiles are of. The median is the mean of the
 * middle two, other quantiles are linear. Millions of times are not sorted for it: they are counted by the hour, and only
 * the hours that hold a quantile are looked into.
 */
export async function readHandlingTimes(db: Queryable, question: HandlingQuestion): Promise<HandlingTimes[]> {
  const group = question.by === null ? `''` : groups[question.by];
  // As in `readSums`: a unit or a procedure is found by its cells, a city by the times.
  const ledger =
    question.units === null && (question.procedures ?? null) === null
      ? 'e.ledger_id = $1'
      : `c.ledger_id = $1 and e.measure = ${String(measureCode('handled'))}`;
  const hour = `e.handling_ms / ${String(hourMs)}`;
  const asked = `${ledger} and e.handling_ms is not null and c.case_kind = $2 and ($3::text is null or c.source_id = $3) and ($4::text[] is null or c.unit = any($4))
          and ($5::float8 is null or e.effective_at >= to_timestamp($5::float8 / 1000)) and e.effective_at < to_timestamp($6::float8 / 1000) and e.seq <= $7 and $8::text is not null and ($9::text[] is null or c.procedure = any($9)) and ($10::text[] is null or $11::text[] is not null)`;
  const ranks = [medianAt, p90At].flatMap((position) => [`floor(${position})`, `ceil(${position})`]);
  const { rows } = await db.query<HandlingTimes>(
    `with hours as (
        select ${group} as "group", ${hour} as hour, sum(e.delta)::float8 as n, sum(e.delta * e.handling_ms::float8) as ms
        from entries e join cells c on c.id = e.cell where ${asked} group by 1, 2),
      ranged as (
        select *, sum(n) over (partition by "group" order by hour) - n as from_n, sum(n) over (partition by "group" order by hour) as to_n,
          sum(n) over (partition by "group") as total, sum(ms) over (partition by "group") as total_ms
        from hours),
      wanted as materialized (
        select "group", hour, from_n, total, total_ms from ranged where total > 0 and n > 0 and (${ranks.map(holds).join(' or ')})),
      times as (
        select w."group", w.hour, w.from_n, w.total, w.total_ms, e.handling_ms::float8 as ms, sum(e.delta)::float8 as n
        from entries e join cells c on c.id = e.cell join wanted w on w."group" = ${group} and w.hour = ${hour} where ${asked}
        group by 1, 2, 3, 4, 5, 6 having sum(e.delta) <> 0),
      ranked as (select *, from_n + sum(n) over (partition by "group", hour order by ms) as upto from times),
      found as (
        select "group", max(total) as total, max(total_ms) / max(total) as mean,
          min(ms) filter (where upto > floor(${medianAt})) as median_low, min(ms) filter (where upto > ceil(${medianAt})) as median_high,
          min(ms) filter (where upto > floor(${p90At})) as p90_low, min(ms) filter (where upto > ceil(${p90At})) as p90_high
        from ranked group by 1)
     select "group", total as handled, mean, median_low + (median_high - median_low) * (${medianAt} - floor(${medianAt})) as median,
        p90_low + (p90_high - p90_low) * (${p90At} - floor(${p90At})) as p90
      from found order by 1`,
    [
      question.ledger.id,
      question.caseKind,
      question.source,
      question.units,
      question.span.from,
      question.span.to,
      question.knownSeq,
      question.ledger.zone,
      question.procedures ?? null,
      question.rows?.map(([key]) => key) ?? null,
      question.rows?.map(([, row]) => row) ?? null,
    ],
  );
  return rows;
}

const hourMs = 3_600_000;
