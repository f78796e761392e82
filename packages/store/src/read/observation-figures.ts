import type { Formula } from '@flagtower/contracts';
import { unknownFigure, type Figure, type Span } from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';

type ObservationFormula = Extract<Formula, { kind: 'observation' }>;

export interface ObservationQuestion {
  readonly ledgerId: number;
  readonly formula: ObservationFormula;
  readonly source: string | null;
  readonly span: Span;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly knownSeq: number;
}

/** The readings that stand by what is known: of each record the highest version, then the higher hash. */
const standing = `select distinct on (source_id, record_id) source_id, entity, value, occurred_at, lon from observations
  where ledger_id = $1 and feed = $2 and metric = $3 and ($4::text is null or source_id = $4)
    and ($5::float8 is null or occurred_at >= to_timestamp($5::float8 / 1000)) and occurred_at < to_timestamp($6::float8 / 1000)
    and seq <= $7 and (retracted_seq is null or retracted_seq > $7)
  order by source_id, record_id, version desc, hash collate "C" desc`;

const ofLatest = `select distinct on (entity) entity, value, lon from (${standing}) s order by entity, occurred_at desc`;

/**
 * A figure over readings. `latest-*` looks at the newest reading of each thing up to `at`, within the last day: what is
 * older is no state of the city. Absent readings take no part in anything but `entities`.
 */
export async function readObservationFigure(
  db: Queryable,
  { ledgerId, formula, source, span, at, knownSeq }: ObservationQuestion,
): Promise<Figure> {
  const latest = formula.statistic === 'latest-mean' || formula.statistic === 'latest-count';
  const from = latest ? at - 86_400_000 : span.from;
  const { rows } = await db.query<{
    n: number;
    entities: number;
    placed: number;
    mean: number | null;
    median: number | null;
    max: number | null;
    inside: number;
  }>(
    `select count(value)::float8 as n, count(distinct entity)::float8 as entities, count(lon)::float8 as placed, avg(value) as mean,
        percentile_cont(0.5) within group (order by value) as median, max(value) as max, count(*) filter (where value between $8 and $9)::float8 as inside
      from (${latest ? ofLatest : standing}) readings`,
    [
      ledgerId,
      formula.feed,
      formula.metric,
      source,
      from,
      latest ? at + 1 : span.to,
      knownSeq,
      formula.low ?? -Infinity,
      formula.high ?? Infinity,
    ],
  );
  const [row] = rows;
  if (row === undefined || row.entities === 0) return unknownFigure;
  switch (formula.statistic) {
    case 'mean':
    case 'latest-mean':
      return { value: row.mean, numerator: null, denominator: row.n };
    case 'median':
      return { value: row.median, numerator: null, denominator: row.n };
    case 'max':
      return { value: row.max, numerator: null, denominator: row.n };
    case 'count':
      return { value: row.n, numerator: row.n, denominator: null };
    case 'latest-count':
      return { value: Math.max(row.n, row.placed), numerator: Math.max(row.n, row.placed), denominator: null };
    case 'entities':
      return { value: row.entities, numerator: row.entities, denominator: null };
    case 'within':
      return row.n === 0
        ? { value: null, numerator: 0, denominator: 0 }
        : { value: row.inside / row.n, numerator: row.inside, denominator: row.n };
  }
}
