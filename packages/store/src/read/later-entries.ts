import type { Breakdown } from '@flagtower/contracts';
import { localDayNumber, localMonthNumber } from '@flagtower/domain';

import { measureCode } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';
import type { SumQuestion, SumRow } from './sums.ts';

/** What was booked after a commit, of one cell, measure and moment. Times are epoch milliseconds. */
export interface LaterEntry {
  readonly measure: number;
  readonly at: number;
  /** `null`: of no cohort. */
  readonly cohortAt: number | null;
  readonly delta: number;
  readonly caseKind: string;
  readonly source: string;
  readonly unit: string;
  readonly procedure: string;
  readonly channel: string;
}

/** More than these are added up by the store, question by question. */
const mostRows = 200_000;

/**
 * The entries between two commits that speak of the time up to `until`: what a page that is pinned to one of them takes off
 * the balances of the other or adds to them, read once for all its figures.
 * @param until epoch milliseconds, included
 * @returns `null` where there are too many to hold
 */
export async function readLaterEntries(
  db: Queryable,
  ledgerId: number,
  seqs: { readonly from: number; readonly to: number },
  until: number,
): Promise<readonly LaterEntry[] | null> {
  const { rows } = await db.query<LaterEntry>(
    `select e.measure, e.at, e."cohortAt", e.delta, c.case_kind as "caseKind", c.source_id as source, c.unit, c.procedure, c.channel
      from (
        select cell, measure, (extract(epoch from effective_at) * 1000)::float8 as at, (extract(epoch from cohort_at) * 1000)::float8 as "cohortAt", sum(delta)::float8 as delta
        from entries where ledger_id = $1 and seq > $2 and seq <= $3
          and (effective_at <= to_timestamp($4::float8 / 1000) or cohort_at <= to_timestamp($4::float8 / 1000))
        group by cell, measure, effective_at, cohort_at limit ${String(mostRows + 1)}
      ) e join cells c on c.id = e.cell`,
    [ledgerId, seqs.from, seqs.to, until],
  );
  return rows.length > mostRows ? null : rows;
}

/** Sums of the entries that a question asks for; it must not ask for a time after `until`. */
export function sumOfLater(
  entries: readonly LaterEntry[],
  question: SumQuestion,
  clock: 'at' | 'cohortAt',
  stretch: { readonly from: number; readonly to: number },
): SumRow[] {
  const units = question.units === null ? null : new Set(question.units);
  const procedures = (question.procedures ?? null) === null ? null : new Set(question.procedures);
  const measures = new Set(question.measures.map(measureCode));
  const sums = new Map<string, SumRow & { sum: number }>();
  for (const entry of entries) {
    const placed = entry[clock];
    if (placed === null || placed < stretch.from || placed >= stretch.to || entry.at < stretch.from) continue;
    if (!measures.has(entry.measure) || entry.caseKind !== question.caseKind) continue;
    if (question.source !== null && entry.source !== question.source) continue;
    if (units?.has(entry.unit) === false || procedures?.has(entry.procedure) === false) continue;
    const group = groupOf(entry, placed, question.by, question.ledger.zone);
    const key = `${String(entry.measure)} ${String(group)}`;
    const held = sums.get(key);
    if (held === undefined) sums.set(key, { group, measure: entry.measure, sum: entry.delta });
    else held.sum += entry.delta;
  }
  return [...sums.values()];
}

function groupOf(entry: LaterEntry, placed: number, by: Breakdown | null, zone: string): string | number {
  switch (by) {
    case null:
      return '';
    case 'hour':
      return Math.floor(placed / 3_600_000);
    case 'day':
      return localDayNumber(placed, zone);
    case 'month':
      return localMonthNumber(placed, zone);
    case 'channel':
    case 'procedure':
    case 'unit':
    case 'source':
      return entry[by];
  }
}
