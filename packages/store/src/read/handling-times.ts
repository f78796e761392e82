import type { Breakdown, CaseKind } from '@flagtower/contracts';
import { quantileOf, type Span } from '@flagtower/domain';

import type { Ledger } from '../ledger/ledgers.ts';
import { measureCode } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';

export interface HandlingQuestion {
  readonly ledger: Pick<Ledger, 'id' | 'zone'>;
  readonly caseKind: CaseKind;
  readonly source: string | null;
  readonly units: readonly string[] | null;
  readonly span: Span;
  readonly knownSeq: number;
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
  unit: 'c.unit',
  source: 'c.source_id',
  day: `to_char(e.effective_at at time zone $8::text, 'YYYY-MM-DD')`,
  month: `to_char(e.effective_at at time zone $8::text, 'YYYY-MM')`,
} as const;

/**
 * Elapsed handling times of the handled cases of a span. Quantiles are no sums: entries that were taken back cancel
 * those that they take back, and what is left is the multiset that the quantiles are of.
 */
export async function readHandlingTimes(db: Queryable, question: HandlingQuestion): Promise<HandlingTimes[]> {
  const group = question.by === null ? `''` : groups[question.by];
  const { rows } = await db.query<{ group: string; ms: number; n: number }>(
    `select ${group} as "group", e.handling_ms::float8 as ms, sum(e.delta)::float8 as n
      from entries e join cells c on c.id = e.cell
      where e.ledger_id = $1 and e.measure = $2 and e.handling_ms is not null and c.case_kind = $3 and ($4::text is null or c.source_id = $4) and ($5::text[] is null or c.unit = any($5))
        and ($6::float8 is null or e.effective_at >= to_timestamp($6::float8 / 1000)) and e.effective_at < to_timestamp($7::float8 / 1000) and e.seq <= $9 and $8::text is not null
      group by 1, 2 having sum(e.delta) <> 0 order by 1, 2`,
    [
      question.ledger.id,
      measureCode('handled'),
      question.caseKind,
      question.source,
      question.units,
      question.span.from,
      question.span.to,
      question.ledger.zone,
      question.knownSeq,
    ],
  );
  return [...Map.groupBy(rows, (row) => row.group)].map(([name, times]) => {
    const sorted = times.flatMap(({ ms, n }) => Array.from({ length: n }, () => ms));
    return {
      group: name,
      handled: sorted.length,
      median: quantileOf(sorted, 0.5),
      p90: quantileOf(sorted, 0.9),
      mean: sorted.length === 0 ? null : sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length,
    };
  });
}
