import { cohortSchema, type Breakdown, type CaseKind, type Measure } from '@flagtower/contracts';
import { dayOfNumber, spanParts, type PartSizes, type Span } from '@flagtower/domain';

import type { Ledger } from '../ledger/ledgers.ts';
import { measureCode, measureColumn, measureOfCode } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { nearestBase, type BalanceBase } from './balance-base.ts';
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
  const { base, between } = known ?? { base: await nearestBase(db, question.ledger.id, question), between: null };
  const [cohorts, others] = [question.measures.filter(isCohort), question.measures.filter((one) => !isCohort(one))];
  for (const [clock, measures] of [
    ['effective_at', others],
    ['cohort_at', cohorts],
  ] as const)
    if (measures.length > 0) await addSums(db, { ...question, measures }, clock, { sums, base, between });
  return sums;
}

function isCohort(measure: Measure): boolean {
  return cohortSchema.safeParse(measure).success;
}

/** What places an entry in a period: its own time, or its dossier's receipt. */
type Clock = 'effective_at' | 'cohort_at';

async function addSums(
  db: Queryable,
  question: SumQuestion,
  clock: Clock,
  { sums, base, between }: PageKnown & { readonly sums: SumsByGroup },
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
  const { knownSeq, span } = question;
  const grain = grainOf(question);
  const whole = [stretchOf(span)];
  const known = { from: 0, to: knownSeq };
  if (grain === null || base.seq === 0) {
    const state = clock === 'cohort_at' ? 'by then' : 'ever';
    add(await entrySums(db, question, { clock, stretches: whole, seqs: known, state }), 1);
    return;
  }
  const parts = spanParts(span, question.ledger.zone, partSizes(grain, question.by));
  const isToday = base.seals === null;
  add(await bucketSums(db, question, { grain, ranges: parts.buckets, seals: base.seals }), 1);
  if (parts.entries.length > 0) {
    const seqs = isToday ? null : { from: 0, to: base.seq };
    add(await entrySums(db, question, { clock, stretches: parts.entries, seqs, state: 'ever' }), 1);
  }
  if (knownSeq !== base.seq) {
    const seqs = { from: Math.min(knownSeq, base.seq), to: Math.max(knownSeq, base.seq) };
    const held =
      between === null
        ? null
        : sumOfLater(between, question, clock === 'cohort_at' ? 'cohortAt' : 'at', stretchOf(span));
    const read = held ?? (await entrySums(db, question, { clock, stretches: whole, seqs, state: 'ever' }));
    add(read, knownSeq > base.seq ? 1 : -1);
  }
  // A cohort's buckets hold what its dossiers come to in the end, as far as that is booked: those still within their due
  // moment at `at` are not late yet.
  if (clock === 'cohort_at')
    add(await entrySums(db, question, { clock, stretches: whole, seqs: known, state: 'later' }), -1);
}

const longAgo = Date.parse('0001-01-01T00:00:00Z');

function stretchOf({ from, to }: Span): { from: number; to: number } {
  return { from: from ?? longAgo, to };
}

type Grain = 'total' | 'unit' | 'procedure';

/** The smallest grain that tells the question's dimensions; `null`: none does, and the entries have to. */
function grainOf({ by, units, procedures = null }: SumQuestion): Grain | null {
  if (by === 'procedure' || procedures !== null)
    return units === null && by !== 'unit' && by !== 'channel' ? 'procedure' : null;
  return units !== null || by === 'unit' ? 'unit' : 'total';
}

function partSizes(grain: Grain, by: Breakdown | null): PartSizes {
  return { coarsest: by === 'hour' || by === 'day' ? by : 'month', finest: grain === 'total' ? 'hour' : 'day' };
}

/** A span's ends are kept in finer levels than its middle: days and hours are told the month or day that they lie in. */
const balanceGroups: Readonly<Record<Breakdown, string>> = {
  channel: 's.channel',
  procedure: 's.procedure',
  unit: 's.unit',
  source: 's.source_id',
  hour: 'b.bucket',
  day: `case b.level when 1 then b.bucket else (to_timestamp(b.bucket::float8 * 3600) at time zone $9::text)::date - date '1970-01-01' end`,
  month: `case b.level when 0 then b.bucket else (extract(year from l.local) * 12 + extract(month from l.local) - 1)::int end`,
};

interface Buckets {
  readonly grain: Grain;
  readonly ranges: readonly { readonly level: number; readonly from: number; readonly to: number }[];
  readonly seals: BalanceBase['seals'];
}

async function bucketSums(db: Queryable, question: SumQuestion, { grain, ranges, seals }: Buckets): Promise<SumRow[]> {
  if (ranges.length === 0 || seals?.length === 0) return [];
  const group = question.by === null ? `''` : balanceGroups[question.by];
  const asked = [
    question.ledger.id,
    grain,
    question.caseKind,
    question.source,
    question.units,
    ranges.map(({ level }) => level),
    ranges.map(({ from }) => from),
    ranges.map(({ to }) => to),
    question.ledger.zone,
    question.procedures ?? null,
  ];
  return seals === null
    ? await balanceSums(db, question.measures, group, asked)
    : await sealedSums(db, group, [...asked, question.measures.map(measureCode), seals]);
}

const ofSlices = `s.ledger_id = $1 and s.grain = $2 and s.case_kind = $3 and ($4::text is null or s.source_id = $4) and ($5::text[] is null or s.unit = any($5)) and $9::text is not null
        and ($10::text[] is null or s.procedure = any($10))`;

const localTime = `cross join lateral (select case b.level when 1 then (date '1970-01-01' + b.bucket)::timestamp when 2 then to_timestamp(b.bucket::float8 * 3600) at time zone $9::text end as local) l`;

async function balanceSums(
  db: Queryable,
  measures: readonly Measure[],
  group: string,
  asked: readonly unknown[],
): Promise<SumRow[]> {
  const sums = measures.map((measure) => `sum(b.${measureColumn(measure)})::float8`).join(', ');
  const { rows } = await db.query<{ group: SumRow['group']; sums: (number | null)[] }>(
    `select ${group} as "group", array[${sums}] as sums
      from slices s join unnest($6::int2[], $7::int4[], $8::int4[]) as r(level, lo, hi) on true
        join balances b on b.slice = s.id and b.level = r.level and b.bucket >= r.lo and b.bucket < r.hi ${localTime}
      where ${ofSlices} group by 1`,
    [...asked],
  );
  return rows.flatMap((row) =>
    measures.flatMap((measure, index) => {
      const sum = row.sums[index] ?? null;
      return sum === null ? [] : [{ group: row.group, measure: measureCode(measure), sum }];
    }),
  );
}

/** The same from sealed balances, whose buckets are lists: `$11` measures, `$12` seals. */
async function sealedSums(db: Queryable, group: string, asked: readonly unknown[]): Promise<SumRow[]> {
  const { rows } = await db.query<SumRow>(
    `select ${group} as "group", b.measure, sum(b.sum)::float8 as sum
      from slices s join (
        select k.slice, k.level, k.measure, u.bucket, sum(u.sum) as sum
        from (select distinct level from unnest($6::int2[]) as r(level)) d
          join sealed_balances k on k.seal = any($12::int4[]) and k.level = d.level and k.measure = any($11::int2[])
          cross join lateral unnest(k.buckets, k.sums) as u(bucket, sum)
        where exists (select from unnest($6::int2[], $7::int4[], $8::int4[]) as r(level, lo, hi) where r.level = k.level and u.bucket >= r.lo and u.bucket < r.hi)
        group by 1, 2, 3, 4) b on b.slice = s.id ${localTime}
      where ${ofSlices} group by 1, 2`,
    [...asked],
  );
  return rows;
}

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

interface EntryRange {
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

async function entrySums(
  db: Queryable,
  question: SumQuestion,
  { clock, stretches, seqs, state }: EntryRange,
): Promise<SumRow[]> {
  const group = question.by === null ? `''` : entryGroups(clock)[question.by];
  // A cell is of one ledger: where the entry's own ledger is not asked for, `entries_by_cell` tells everything.
  const isByCell = isFoundByCell(question, seqs);
  // Nothing is late before it is received, so the stretch bounds the effective times of cohorts too.
  const inStretch =
    clock === 'cohort_at'
      ? 'e.effective_at >= to_timestamp(r.lo / 1000) and e.cohort_at >= to_timestamp(r.lo / 1000) and e.cohort_at < to_timestamp(r.hi / 1000)'
      : 'e.effective_at >= to_timestamp(r.lo / 1000) and e.effective_at < to_timestamp(r.hi / 1000)';
  const { rows } = await db.query<SumRow>(
    `select ${group} as "group", e.measure, sum(e.delta)::float8 as sum
      from unnest($5::float8[], $6::float8[]) as r(lo, hi)
        join entries e on e.measure = any($7::int2[]) and ${inStretch}
        join cells c on c.id = e.cell
      where ${isByCell ? 'c' : 'e'}.ledger_id = $1 and c.case_kind = $2 and ($3::text is null or c.source_id = $3) and ($4::text[] is null or c.unit = any($4))
        and ($8::int8[] is null or (e.seq > $8[1] and e.seq <= $8[2])) and $9::text is not null and ($10::text[] is null or c.procedure = any($10))
        and ${states[state]}
      group by 1, 2`,
    [
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
    ],
  );
  return rows;
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
