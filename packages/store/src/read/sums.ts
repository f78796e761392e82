import { cohortSchema, type Breakdown, type CaseKind, type Measure } from '@flagtower/contracts';
import { dayOfNumber, spanParts, type PartSizes, type Span } from '@flagtower/domain';

import type { Ledger } from '../ledger/ledgers.ts';
import { measureOfCode } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { nearestBase, type BalanceBase } from './balance-base.ts';
import { bucketSums, type Grain } from './bucket-sums.ts';
import { cohortsToCome, type PageCohorts } from './cohorts-to-come.ts';
import {
  entrySums,
  entrySumsByDimension,
  sharedKey,
  type Clock,
  type EntryRange,
  type SumsByDimension,
} from './entry-sums.ts';
import { sumOfLater, type LaterEntry } from './later-entries.ts';

/** Which entries to add up. Everything that reads figures asks this and nothing else. */
export interface SumQuestion {
  readonly ledger: Pick<Ledger, 'id' | 'zone'>;
  readonly caseKind: CaseKind;
  /** `null`: all. */
  readonly source: string | null;
  /** `null`: all, those without a unit too. */
  readonly units: readonly string[] | null;
  /** `null` or absent: all, those without a procedure too. */
  readonly procedures?: readonly string[] | null;
  readonly measures: readonly Measure[];
  /** Of effective times; of cohorts: of receipts. */
  readonly span: Span;
  /** What a cohort had come to by then, epoch milliseconds. The span of all else ends where it has to. */
  readonly at: number;
  /** The end of a commit; later entries are not known. */
  readonly knownSeq: number;
  /** The ledger's last commit that this read may see. */
  readonly lastSeq: number;
  readonly by: Breakdown | null;
}

/** Sums by group and measure; the group is `''` without a breakdown. A group nobody told of is absent. */
export type SumsByGroup = Map<string, Map<Measure, number>>;

export interface SumRow {
  readonly group: string | number;
  readonly measure: number;
  readonly sum: number;
}

/** What a page holds of its commit, for all its figures. */
export interface PageKnown {
  readonly base: BalanceBase;
  /** The entries between the base and `known`, as far as the page's time goes; `null`: they are read. */
  readonly between: readonly LaterEntry[] | null;
  /** Entries that several of its breakdowns ask for. */
  readonly entries: Map<string, Promise<SumsByDimension>>;
  readonly cohorts: PageCohorts;
}

/**
 * Adds up entries: balances for whole months, days and hours and entries for what is left, at the commit nearest to `known`
 * that balances are kept for; and the entries between the two, taken off or added.
 */
export async function readSums(
  db: Queryable,
  question: SumQuestion,
  known: PageKnown | null = null,
): Promise<SumsByGroup> {
  const sums: SumsByGroup = new Map();
  const base = known?.base ?? (await nearestBase(db, question.ledger.id, question));
  const [cohorts, others] = [question.measures.filter(isCohort), question.measures.filter((one) => !isCohort(one))];
  for (const [clock, measures] of [
    ['effective_at', others],
    ['cohort_at', cohorts],
  ] as const)
    if (measures.length > 0) await addSums(db, { ...question, measures }, clock, { sums, base, page: known });
  return sums;
}

function isCohort(measure: Measure): boolean {
  return cohortSchema.safeParse(measure).success;
}

interface Adding extends Pick<PageKnown, 'base'> {
  readonly sums: SumsByGroup;
  /** `null`: the question is asked by itself. */
  readonly page: PageKnown | null;
}

async function addSums(
  db: Queryable,
  question: SumQuestion,
  clock: Clock,
  { sums, base, page }: Adding,
): Promise<void> {
  const add = (rows: readonly SumRow[], sign: 1 | -1): void => {
    for (const { group, measure, sum } of rows) {
      const key = groupText(question, group);
      const ofGroup = sums.get(key) ?? new Map<Measure, number>();
      const name = measureOfCode(measure);
      ofGroup.set(name, (ofGroup.get(name) ?? 0) + sign * sum);
      sums.set(key, ofGroup);
    }
  };
  const read = async (range: EntryRange): Promise<SumRow[]> => await entriesOf(db, question, range, page);
  const between = page?.between ?? null;
  const { knownSeq, span } = question;
  const grain = grainOf(question);
  const whole = [stretchOf(span)];
  const known = { from: 0, to: knownSeq };
  if (grain === null || base.seq === 0) {
    const state = clock === 'cohort_at' ? 'by then' : 'ever';
    add(await read({ clock, stretches: whole, seqs: known, state }), 1);
    return;
  }
  const parts = spanParts(span, question.ledger.zone, partSizes(grain, question.by));
  const isToday = base.seals === null;
  add(await bucketSums(db, question, { grain, ranges: parts.buckets, seals: base.seals }), 1);
  if (parts.entries.length > 0) {
    const seqs = isToday ? null : { from: 0, to: base.seq };
    add(await read({ clock, stretches: parts.entries, seqs, state: 'ever' }), 1);
  }
  if (knownSeq !== base.seq) {
    const seqs = { from: Math.min(knownSeq, base.seq), to: Math.max(knownSeq, base.seq) };
    const held =
      between === null
        ? null
        : sumOfLater(between, question, clock === 'cohort_at' ? 'cohortAt' : 'at', stretchOf(span));
    const rows = held ?? (await read({ clock, stretches: whole, seqs, state: 'ever' }));
    add(rows, knownSeq > base.seq ? 1 : -1);
  }
  // A cohort's buckets hold what its dossiers come to in the end, as far as that is booked: those still within their due
  // moment at `at` are not late yet.
  if (clock === 'cohort_at') {
    const shared = page === null ? null : await cohortsToCome(db, question, page.cohorts);
    add(shared ?? (await read({ clock, stretches: whole, seqs: known, state: 'later' })), -1);
  }
}

const longAgo = Date.parse('0001-01-01T00:00:00Z');

function stretchOf({ from, to }: Span): { from: number; to: number } {
  return { from: from ?? longAgo, to };
}

async function entriesOf(
  db: Queryable,
  question: SumQuestion,
  range: EntryRange,
  page: PageKnown | null,
): Promise<SumRow[]> {
  const key = page === null ? null : sharedKey(question, range);
  if (page === null || key === null) return await entrySums(db, question, range);
  const sums = page.entries.get(key) ?? entrySumsByDimension(db, question, range);
  page.entries.set(key, sums);
  return (await sums).get(question.by) ?? [];
}

/** The smallest grain that tells the question's dimensions; `null`: none does, and the entries have to. */
function grainOf({ by, units, procedures = null }: SumQuestion): Grain | null {
  if (by === 'procedure' || procedures !== null)
    return units === null && by !== 'unit' && by !== 'channel' ? 'procedure' : null;
  return units !== null || by === 'unit' ? 'unit' : 'total';
}

function partSizes(grain: Grain, by: Breakdown | null): PartSizes {
  return { coarsest: by === 'hour' || by === 'day' ? by : 'month', finest: grain === 'total' ? 'hour' : 'day' };
}

/** Days as `2026-11-24`, months as `2026-11`, hours as instants; everything else as it is. */
function groupText({ by, ledger }: SumQuestion, group: string | number): string {
  if (typeof group === 'string') return group;
  if (by === 'day') return dayOfNumber(group).toString();
  if (by === 'month')
    return `${String(Math.floor(group / 12)).padStart(4, '0')}-${String((group % 12) + 1).padStart(2, '0')}`;
  if (by === 'hour') return new Date(group * 3_600_000).toISOString();
  throw new RangeError(`group ${String(group)} of ${String(by)} in ${ledger.zone}`);
}
