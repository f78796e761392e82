import type { Measure } from '@flagtower/contracts';

import { allMeasureCodes, measureOfCode } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';

/** Where a follower of a ledger stands: it has every entry with `seq` up to here that is effective up to here. */
export interface FollowedCut {
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Entries of one cell, measure and effective time that a follower has not added yet. */
export interface FollowedEntry {
  readonly measure: Measure;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The receipt's moment, epoch milliseconds, only on cohort measures: the period that they count in. */
  readonly cohortAt: number | null;
  readonly delta: number;
  readonly caseKind: string;
  readonly source: string;
  readonly unit: string;
  readonly procedure: string;
  readonly channel: string;
}

/**
 * What separates two cuts: entries that were committed since and are effective by now, and entries that were known
 * before and whose time has come since. The clock is a source: the second kind comes without any record. Any measure can
 * be of it, since a record may lie five minutes ahead of the clock.
 */
export async function readEntriesBetween(
  db: Queryable,
  ledgerId: number,
  from: FollowedCut,
  to: FollowedCut,
): Promise<FollowedEntry[]> {
  const { rows } = await db.query<Omit<FollowedEntry, 'measure'> & { measure: number }>({
    name: 'entries-between',
    text: `select e.measure, (extract(epoch from e.effective_at) * 1000)::float8 as at, (extract(epoch from e.cohort_at) * 1000)::float8 as "cohortAt", sum(e.delta)::float8 as delta, c.case_kind as "caseKind", c.source_id as source, c.unit, c.procedure, c.channel
      from (
        select measure, effective_at, cohort_at, delta, cell from entries where ledger_id = $1 and seq > $2 and seq <= $3 and effective_at <= to_timestamp($5::float8 / 1000)
        union all
        select e.measure, e.effective_at, e.cohort_at, e.delta, e.cell from unnest($6::int2[]) as m(code)
          join entries e on e.ledger_id = $1 and e.measure = m.code and e.effective_at > to_timestamp($4::float8 / 1000) and e.effective_at <= to_timestamp($5::float8 / 1000) and e.seq <= $2
      ) e join cells c on c.id = e.cell group by 1, 2, 3, 5, 6, 7, 8, 9 having sum(e.delta) <> 0`,
    values: [ledgerId, from.seq, to.seq, from.at, to.at, allMeasureCodes],
  });
  return rows.map((row) => ({ ...row, measure: measureOfCode(row.measure) }));
}
