import type { Breakdown } from '@flagtower/contracts';

import { measureCode } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';
import type { SumQuestion, SumRow } from './sums.ts';

/** What places an entry in a period: its own time, or its dossier's receipt. */
export type Clock = 'effective_at' | 'cohort_at';

/** The zone is a parameter of every statement, so that its type is known even where a group does not need it. */
const entryGroups = (clock: Clock): Readonly<Record<Breakdown, string>> => ({
  channel: 'c.channel',
  procedure: 'c.procedure',
  unit: 'c.unit',
  source: 'c.source_id',
  hour: `floor(extract(epoch from e.${clock}) / 3600)::int`,
  day: `(e.${clock} at time zone $9::text)::date - date '1970-01-01'`,
  month: `(extract(year from e.${clock} at time zone $9::text) * 12 + extract(month from e.${clock} at time zone $9::text) - 1)::int`,
});

const timeBreakdowns: ReadonlySet<Breakdown | null> = new Set<Breakdown>(['hour', 'day', 'month']);

/** Others are told by the cells of what is added up. */
export function isByTime(by: Breakdown | null): boolean {
  return timeBreakdowns.has(by);
}

export interface EntryRange {
  readonly clock: Clock;
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
  /** `null`: every commit. */
  readonly seqs: { readonly from: number; readonly to: number } | null;
  /** Only what became true by `at`, or only what does later. */
  readonly state: 'ever' | 'by then' | 'later';
}

const states: Readonly<Record<EntryRange['state'], string>> = {
  ever: '$11::float8 is not null',
  'by then': 'e.effective_at <= to_timestamp($11::float8 / 1000)',
  later: 'e.effective_at > to_timestamp($11::float8 / 1000)',
};

/** From so many records on, what they brought is found sooner among a unit's entries than among all of theirs. */
const manyRecords = 20_000;

/**
 * A unit's entries are few and found by its cells; a city's by their time. What a few commits brought is found by their
 * numbers. For all of a city's time a procedure's cells are the shorter way too.
 */
function isFoundByCell({ units, procedures = null }: SumQuestion, seqs: { from: number; to: number } | null): boolean {
  if (units !== null) return seqs === null || seqs.from === 0 || seqs.to - seqs.from > manyRecords;
  return procedures !== null && seqs?.from === 0;
}

/** Entries added up one by one. */
export async function entrySums(db: Queryable, question: SumQuestion, range: EntryRange): Promise<SumRow[]> {
  const group = question.by === null ? `''` : entryGroups(range.clock)[question.by];
  const byTime = isByTime(question.by);
  const { rows } = await db.query<SumRow>(
    `with ${toldOfCells(question, range, byTime ? group : `''`)}
      select ${byTime ? 't.moment' : group} as "group", t.measure, sum(t.sum)::float8 as sum from told t join cells c on c.id = t.cell where ${isAsked} group by 1, 2`,
    valuesOf(question, range),
  );
  return rows;
}

/** Sums by every dimension of a cell, read at once for a page that asks for several. */
export type SumsByDimension = ReadonlyMap<Breakdown | null, SumRow[]>;

/** What a page asks of all its breakdowns alike; `null`: a breakdown by time, which others do not share. */
export function sharedKey(question: SumQuestion, range: EntryRange): string | null {
  const { by } = question;
  if (isByTime(by)) return null;
  return JSON.stringify({ question: { ...question, by: null }, range });
}

export async function entrySumsByDimension(
  db: Queryable,
  question: SumQuestion,
  range: EntryRange,
): Promise<SumsByDimension> {
  const { rows } = await db.query<SumRow & { dimension: number }>(
    `with ${toldOfCells(question, range, `''`)}
      ${toldByDimension([])}`,
    valuesOf(question, range),
  );
  return sumsByDimension(rows);
}

/**
 * What `told` has of each cell, added up by every dimension of a cell.
 * @param columns of `told` to keep apart as well
 * @param cells `most`: nearly every cell is told of, so they are read as a whole instead of one by one
 */
export function toldByDimension(columns: readonly string[], cells: 'few' | 'most' = 'few'): string {
  const kept = [...columns, 'measure'].map((column) => `t.${column}`).join(', ');
  const cellColumns = ['c.unit', 'c.procedure', 'c.channel', 'c.source_id'];
  const sets = ['', ...cellColumns.map((column) => `, ${column}`)].map((column) => `(${kept}${column})`);
  return `select ${kept}, grouping(${cellColumns.join(', ')}) as dimension, coalesce(${cellColumns.join(', ')}, '') as "group", sum(t.sum)::float8 as sum
      from told t join ${cells === 'few' ? 'cells' : '(select * from cells offset 0)'} c on c.id = t.cell where ${isAsked} group by grouping sets (${sets.join(', ')})`;
}

/** @param rows of `toldByDimension` */
export function sumsByDimension(rows: readonly (SumRow & { readonly dimension: number })[]): SumsByDimension {
  const sums = new Map<Breakdown | null, SumRow[]>();
  for (const { dimension, group, measure, sum } of rows) {
    const row = { group, measure, sum };
    const by = dimensions.get(dimension) ?? null;
    const ofDimension = sums.get(by);
    if (ofDimension === undefined) sums.set(by, [row]);
    else ofDimension.push(row);
  }
  return sums;
}

/** PostgreSQL's `grouping` has a bit for each column, in their order, that is not grouped by. */
const dimensions: ReadonlyMap<number, Breakdown> = new Map([
  [0b0111, 'unit'],
  [0b1011, 'procedure'],
  [0b1101, 'channel'],
  [0b1110, 'source'],
]);

function told({ clock }: EntryRange): string {
  // Nothing is late before it is received, so the stretch bounds the effective times of cohorts too.
  const inStretch =
    clock === 'cohort_at'
      ? 'e.effective_at >= to_timestamp(r.lo / 1000) and e.cohort_at >= to_timestamp(r.lo / 1000) and e.cohort_at < to_timestamp(r.hi / 1000)'
      : 'e.effective_at >= to_timestamp(r.lo / 1000) and e.effective_at < to_timestamp(r.hi / 1000)';
  return `unnest($5::float8[], $6::float8[]) as r(lo, hi) join entries e on e.measure = any($7::int2[]) and ${inStretch}`;
}

function isTold({ state }: EntryRange): string {
  return `($8::int8[] is null or (e.seq > $8[1] and e.seq <= $8[2])) and $9::text is not null and ${states[state]}`;
}

/** Many entries are of few cells: they are added up first, and each cell looked up once. */
function toldOfCells(question: SumQuestion, range: EntryRange, moment: string): string {
  return `told as materialized (
    select e.cell, e.measure, ${moment} as moment, sum(e.delta) as sum from ${told(range)} where ${placeOfEntries(question, range.seqs)} and ${isTold(range)} group by 1, 2, 3)`;
}

/** The way to the entries that a question asks for, as a condition on `e`. */
export function placeOfEntries(question: SumQuestion, seqs: EntryRange['seqs']): string {
  // As a list, or the planner may take what it knows of the entries' times for the narrower way, and read a whole city's.
  return isFoundByCell(question, seqs)
    ? `e.cell = any(array(select c.id from cells c where ${isAsked}))`
    : 'e.ledger_id = $1';
}

/** A cell is of one ledger: where the entry's own is not asked for, `entries_by_cell` tells everything. */
const isAsked = `c.ledger_id = $1 and c.case_kind = $2 and ($3::text is null or c.source_id = $3) and ($4::text[] is null or c.unit = any($4)) and ($10::text[] is null or c.procedure = any($10))`;

function valuesOf(question: SumQuestion, { stretches, seqs }: EntryRange): unknown[] {
  return [
    question.ledger.id,
    question.caseKind,
    question.source,
    question.units,
    stretches.map(({ from }) => from),
    stretches.map(({ to }) => to),
    question.measures.map(measureCode),
    seqs === null ? null : [seqs.from, seqs.to],
    question.ledger.zone,
    question.procedures ?? null,
    question.at,
  ];
}
