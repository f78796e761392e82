import { reportSchema, type City, type Report, type Stated } from '@flagtower/contracts';

import type { Ledger } from '../ledger/ledgers.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { instantOf } from './instant.ts';

export interface StatedQuestion {
  readonly city: Pick<City, 'reports'>;
  readonly ledger: Ledger;
  /** `null`: all indicators. */
  readonly indicator: string | null;
  readonly knownSeq: number;
}

/**
 * Everything that was stated of an indicator and is known at a commit, in all its versions: what the city's profile came
 * with, and the reports that a second person approved. A report that a source sent by itself is a record, but nobody
 * answers for it, so it is none of these.
 */
export async function readStatedFigures(
  db: Queryable,
  { city, ledger, indicator, knownSeq }: StatedQuestion,
): Promise<Stated[]> {
  const { rows } = await db.query<{
    payload: unknown;
    seq: number;
    recordedAt: number;
    author: string;
    approver: string;
  }>(
    `select r.payload, r.seq::float8, (extract(epoch from r.recorded_at) * 1000)::float8 as "recordedAt", a.display_name as author, d.display_name as approver
      from report_proposals p join records r on r.ledger_id = p.ledger_id and r.seq = p.seq
        join accounts a on a.id = p.author join accounts d on d.id = p.decided_by
      where p.ledger_id = $1 and p.seq <= $2 and ($3::text is null or p.indicator = $3) and (r.retracted_seq is null or r.retracted_seq > $2)
      order by r.seq`,
    [ledger.id, knownSeq, indicator],
  );
  const approved = rows.map(({ payload, seq, recordedAt, author, approver }) => ({
    ...figureOf(reportSchema.parse(payload)),
    author,
    approver,
    seq,
    recordedAt: instantOf(recordedAt),
  }));
  const shipped = city.reports
    .filter((report) => indicator === null || report.indicator === indicator)
    .map((report) => ({ ...figureOf(report), author: null, approver: null, seq: null, recordedAt: null }));
  return [...shipped, ...approved];
}

type Figure = Omit<Stated, 'author' | 'approver' | 'seq' | 'recordedAt'>;

function figureOf({ indicator, unit, period, value, bound, unitOfMeasure, statedBy, version }: Report): Figure {
  return { indicator, unit, period, value, bound: bound ?? null, unitOfMeasure, statedBy, version };
}
