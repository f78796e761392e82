import { unknownFigure, type Figure } from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';
import { standingReadings, type ObservationQuestion } from './standing-readings.ts';

const defaultHours = 24;
const hourMs = 3_600_000;

const ofReadings = `select distinct on (entity, metric) entity, metric, value, lon from (${standingReadings}) s
  order by entity, metric, occurred_at desc, version desc, hash collate "C" desc`;

/** The same by the derived table, which is kept up to the last commit. */
const ofTable = `select entity, metric, value, lon from latest_values
  where ledger_id = $1 and feed = $2 and metric = any($3) and ($4::text is null or source_id = $4)
    and ($5::float8 is null or occurred_at >= to_timestamp($5::float8 / 1000)) and occurred_at < to_timestamp($6::float8 / 1000) and seq <= $7`;

interface Row {
  readonly n: number;
  readonly entities: number;
  readonly placed: number;
  readonly mean: number | null;
  readonly sum: number | null;
  readonly max: number | null;
  readonly inside: number;
  readonly over: number | null;
  readonly part: number | null;
}

/**
 * A figure over the newest reading of each thing up to `at`, none of them older than the formula allows. A thing whose
 * newest reading is absent takes no part: what it told before it is no longer so.
 */
export async function readLatestFigure(db: Queryable, question: ObservationQuestion): Promise<Figure> {
  const { ledgerId, formula, source, at, knownSeq } = question;
  const over = formula.over ?? formula.metric;
  const latest = (await isOfNow(db, question)) ? ofTable : ofReadings;
  const { rows } = await db.query<Row>(
    `with latest as (${latest}), mine as (select * from latest where metric = $8)
      select count(value)::float8 as n, count(distinct entity)::float8 as entities, count(lon)::float8 as placed,
        avg(value) as mean, sum(value) as sum, max(value) as max, count(*) filter (where value between $9 and $10)::float8 as inside,
        (select sum(m.value) from mine m join latest o on o.entity = m.entity and o.metric = $11 where o.value is not null and m.value is not null) as part,
        (select sum(o.value) from mine m join latest o on o.entity = m.entity and o.metric = $11 where o.value is not null and m.value is not null) as over
      from mine`,
    [
      ledgerId,
      formula.feed,
      [formula.metric, over],
      source,
      at - (formula.latestHours ?? defaultHours) * hourMs,
      at + 1,
      knownSeq,
      formula.metric,
      formula.low ?? -Infinity,
      formula.high ?? Infinity,
      over,
    ],
  );
  const [row] = rows;
  return row === undefined || row.entities === 0 ? unknownFigure : figureOf(row, formula.statistic);
}

/**
 * Whether the table says what stands at the question's cut: all that is known is asked for, and nothing that is in the
 * table happened after the moment. The table has one newest reading a thing, whoever told it.
 */
async function isOfNow(
  db: Queryable,
  { ledgerId, formula, source, at, knownSeq, lastSeq }: ObservationQuestion,
): Promise<boolean> {
  if (knownSeq < lastSeq || source !== null) return false;
  const { rows } = await db.query<{ later: boolean }>(
    `select exists (select from latest_values where ledger_id = $1 and feed = $2 and metric = any($3) and occurred_at > to_timestamp($4::float8 / 1000)) as later`,
    [ledgerId, formula.feed, [formula.metric, formula.over ?? formula.metric], at],
  );
  return rows[0]?.later === false;
}

function figureOf(row: Row, statistic: ObservationQuestion['formula']['statistic']): Figure {
  switch (statistic) {
    case 'latest-mean':
      return { value: row.mean, numerator: null, denominator: row.n };
    case 'latest-count':
      return { value: Math.max(row.n, row.placed), numerator: Math.max(row.n, row.placed), denominator: null };
    case 'latest-sum':
      return { value: row.sum, numerator: row.sum, denominator: null };
    case 'latest-max':
      return { value: row.max, numerator: null, denominator: row.n };
    case 'latest-inside':
      return row.n === 0 ? unknownFigure : { value: row.inside, numerator: row.inside, denominator: row.n };
    case 'latest-ratio':
      return row.over === null || row.over === 0
        ? { value: null, numerator: row.part, denominator: row.over }
        : { value: (row.part ?? 0) / row.over, numerator: row.part, denominator: row.over };
    case 'mean':
    case 'median':
    case 'max':
    case 'sum':
    case 'count':
    case 'entities':
    case 'within':
      throw new RangeError(`${statistic} is no statistic of latest values`);
  }
}
