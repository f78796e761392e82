import { figureOfReadings, type Figure, type ReadingSums } from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';
import { readingsOfFigure } from './readings-of-figure.ts';
import type { ObservationQuestion } from './standing-readings.ts';

/** One part of a measured figure. */
export interface MeasuredRow {
  readonly row: string;
  readonly figure: Figure;
  /** Who told its readings, by id. */
  readonly sources: readonly string[];
  /** When the newest of them was measured, epoch milliseconds. */
  readonly newest: number;
  /** The same of each source. */
  readonly newestOf: Readonly<Record<string, number>>;
}

/** Which row a reading belongs to: all to one, each thing's to its own, or as told of each thing. */
export type Parting = 'whole' | 'things' | RowsOfThings;

interface RowsOfThings {
  readonly rows: ReadonlyMap<string, string>;
  /** The row of all other things; `null`: they take no part. */
  readonly others: string | null;
}

const nothing = 'select null::text as part, null::float8 as upper, null::float8 as lower where false';
const pairs = `select m.part, sum(m.value) as upper, sum(o.value) as lower from mine m join parted o on o.entity = m.entity and o.metric = $11
  where m.value is not null and o.value is not null group by m.part`;

const tellers = `select part, jsonb_object_agg(source_id, newest) as told from (
  select part, source_id, (extract(epoch from max(occurred_at)) * 1000)::float8 as newest from mine group by part, source_id) t group by part`;

/** A figure in parts: the whole is the same statement with all its readings in one row. */
export async function readMeasuredRows(
  db: Queryable,
  question: ObservationQuestion,
  parting: Parting,
): Promise<MeasuredRow[]> {
  const { formula } = question;
  const { text, values } = await readingsOfFigure(db, question);
  const { rows } = await db.query<ReadingSums & Omit<MeasuredRow, 'figure' | 'sources'>>(
    `with parted as (${partedText(text, parting, 12)}),
        mine as (select * from parted where metric = $8),
        tellers as (${tellers}),
        pairs as (${formula.statistic === 'latest-ratio' ? pairs : nothing})
      select m.part as row, count(m.value)::float8 as n, count(distinct m.entity)::float8 as entities, count(*) filter (where m.value is not null or m.lon is not null)::float8 as telling, avg(m.value) as mean, sum(m.value) as sum,
        max(m.value) as max, ${formula.statistic === 'median' ? 'percentile_cont(0.5) within group (order by m.value)' : 'null::float8'} as median,
        count(*) filter (where m.value between $9 and $10)::float8 as inside, max(pairs.upper) as upper, max(pairs.lower) as lower,
        (extract(epoch from max(m.occurred_at)) * 1000)::float8 as newest, tellers.told as "newestOf"
      from mine m join tellers on tellers.part = m.part left join pairs on pairs.part = m.part where $11 <> '' group by m.part, tellers.told`,
    [
      ...values,
      formula.metric,
      formula.low ?? -Infinity,
      formula.high ?? Infinity,
      formula.over ?? formula.metric,
      ...partingValues(parting),
    ],
  );
  return rows.map(({ row, newest, newestOf, ...sums }) => ({
    row,
    figure: figureOfReadings(formula.statistic, sums),
    sources: Object.keys(newestOf),
    newest,
    newestOf,
  }));
}

/** The readings with their row as `part`. @param first the number of the first of `partingValues` among the parameters */
export function partedText(readings: string, parting: Parting, first: number): string {
  if (parting === 'whole') return `select r.*, '' as part from (${readings}) r`;
  if (parting === 'things') return `select r.*, r.entity as part from (${readings}) r`;
  const [things, parts, others] = [0, 1, 2].map((place) => `$${String(first + place)}`);
  return `select r.*, coalesce(p.part, ${others}::text) as part from (${readings}) r left join unnest(${things}::text[], ${parts}::text[]) as p(thing, part) on p.thing = r.entity
    where coalesce(p.part, ${others}::text) is not null`;
}

export function partingValues(parting: Parting): unknown[] {
  return typeof parting === 'string' ? [] : [[...parting.rows.keys()], [...parting.rows.values()], parting.others];
}
