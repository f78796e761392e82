import type { Queryable } from '../ledger/queryable.ts';
import { standingReadings, type ObservationQuestion } from './standing-readings.ts';

const defaultHours = 24;
const hourMs = 3_600_000;

const ofReadings = `select distinct on (entity, metric) source_id, entity, metric, value, occurred_at, lon, seq from (${standingReadings}) s
  order by entity, metric, occurred_at desc, version desc, hash collate "C" desc`;

/** The same by the derived table, which is kept up to the last commit. */
const ofTable = `select source_id, entity, metric, value, occurred_at, lon, seq from latest_values
  where ledger_id = $1 and feed = $2 and metric = any($3) and ($4::text is null or source_id = $4)
    and ($5::float8 is null or occurred_at >= to_timestamp($5::float8 / 1000)) and occurred_at < to_timestamp($6::float8 / 1000) and seq <= $7`;

/** A statement and its parameters, of which there are seven. */
export interface ReadingsOfFigure {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The readings that a figure is made of, a row each; of `latest-*` the newest one of each thing and metric, if it is not too old. */
export async function readingsOfFigure(db: Queryable, question: ObservationQuestion): Promise<ReadingsOfFigure> {
  const { ledgerId, formula, source, span, at, knownSeq } = question;
  if (!formula.statistic.startsWith('latest-')) {
    const values = [ledgerId, formula.feed, [formula.metric], source, span.from, span.to, knownSeq];
    return { text: standingReadings, values };
  }
  const from = at - (formula.latestHours ?? defaultHours) * hourMs;
  const metrics = [formula.metric, formula.over ?? formula.metric];
  const text = (await isOfNow(db, question)) ? ofTable : ofReadings;
  return { text, values: [ledgerId, formula.feed, metrics, source, from, at + 1, knownSeq] };
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
