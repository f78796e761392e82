import { unknownFigure, type Figure } from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';
import { readLatestFigure } from './latest-figures.ts';
import { standingReadings, type ObservationQuestion } from './standing-readings.ts';

/** A figure over readings. Absent ones take no part in anything but `entities`. */
export async function readObservationFigure(db: Queryable, question: ObservationQuestion): Promise<Figure> {
  return question.formula.statistic.startsWith('latest-')
    ? await readLatestFigure(db, question)
    : await readPeriodFigure(db, question);
}

async function readPeriodFigure(
  db: Queryable,
  { ledgerId, formula, source, span, knownSeq }: ObservationQuestion,
): Promise<Figure> {
  const { rows } = await db.query<{
    n: number;
    entities: number;
    mean: number | null;
    median: number | null;
    max: number | null;
    sum: number | null;
    inside: number;
  }>(
    `select count(value)::float8 as n, count(distinct entity)::float8 as entities, avg(value) as mean, sum(value) as sum,
        percentile_cont(0.5) within group (order by value) as median, max(value) as max, count(*) filter (where value between $8 and $9)::float8 as inside
      from (${standingReadings}) readings`,
    [
      ledgerId,
      formula.feed,
      [formula.metric],
      source,
      span.from,
      span.to,
      knownSeq,
      formula.low ?? -Infinity,
      formula.high ?? Infinity,
    ],
  );
  const [row] = rows;
  if (row === undefined || row.entities === 0) return unknownFigure;
  switch (formula.statistic) {
    case 'mean':
      return { value: row.mean, numerator: null, denominator: row.n };
    case 'median':
      return { value: row.median, numerator: null, denominator: row.n };
    case 'max':
      return { value: row.max, numerator: null, denominator: row.n };
    case 'sum':
      return { value: row.sum, numerator: row.sum, denominator: null };
    case 'count':
      return { value: row.n, numerator: row.n, denominator: null };
    case 'entities':
      return { value: row.entities, numerator: row.entities, denominator: null };
    case 'within':
      return row.n === 0
        ? { value: null, numerator: 0, denominator: 0 }
        : { value: row.inside / row.n, numerator: row.inside, denominator: row.n };
    case 'latest-mean':
    case 'latest-count':
    case 'latest-sum':
    case 'latest-max':
    case 'latest-inside':
    case 'latest-ratio':
      throw new RangeError(`${formula.statistic} is no statistic of a period`);
  }
}
