import { measureCode } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { isByTime, placeOfEntries, sumsByDimension, toldByDimension, type SumsByDimension } from './entry-sums.ts';
import type { SumQuestion, SumRow } from './sums.ts';

/** The starts of the periods of receipt that a page asks for, epoch milliseconds, and what was read for all of them at once. */
export interface PageCohorts {
  readonly starts: readonly number[];
  readonly read: Map<string, Promise<readonly SumsByDimension[]>>;
}

/**
 * What is booked of cohorts for later than the question's `at`: of dossiers received in its span that are still within their
 * due moment then. A page asks for several spans that end together (a month, and ever since): they are one walk over the same entries.
 * @returns `null` where the page does not share them
 */
export async function cohortsToCome(
  db: Queryable,
  question: SumQuestion,
  { starts, read }: PageCohorts,
): Promise<SumRow[] | null> {
  const { by } = question;
  const from = question.span.from ?? -Infinity;
  const sorted = [...new Set([-Infinity, ...starts])].toSorted((a, b) => a - b);
  const first = sorted.indexOf(from);
  if (first === -1 || isByTime(by)) return null;
  const key = JSON.stringify({ ...question, by: null, span: question.span.to });
  const reading = read.get(key) ?? readSince(db, question, sorted);
  read.set(key, reading);
  return (await reading).slice(first).flatMap((sums) => sums.get(by) ?? []);
}

/** By the stretch between two starts, in their order. */
async function readSince(db: Queryable, question: SumQuestion, starts: readonly number[]): Promise<SumsByDimension[]> {
  const { rows } = await db.query<SumRow & { dimension: number; stretch: number }>(
    `with told as materialized (
        select e.cell, e.measure, width_bucket(e.cohort_at, array(select to_timestamp(f.ms / 1000) from unnest($5::float8[]) as f(ms))) as stretch, sum(e.delta) as sum
        from entries e
        where ${placeOfEntries(question, { from: 0, to: question.knownSeq })} and e.measure = any($7::int2[]) and e.cohort_at < to_timestamp($6::float8 / 1000)
          and e.effective_at > to_timestamp($8::float8 / 1000) and e.seq <= $9
        group by 1, 2, 3)
      ${toldByDimension(['stretch'], question.units === null ? 'most' : 'few')}`,
    [
      question.ledger.id,
      question.caseKind,
      question.source,
      question.units,
      starts,
      question.span.to,
      question.measures.map(measureCode),
      question.at,
      question.knownSeq,
      question.procedures ?? null,
    ],
  );
  return starts.map((_, index) => sumsByDimension(rows.filter(({ stretch }) => stretch === index + 1)));
}
