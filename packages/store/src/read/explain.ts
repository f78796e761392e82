import {
  cohortSchema,
  explanationSchema,
  type Explanation,
  type Formula,
  type KpiAnswer,
  type KpiQuery,
  type Measure,
  type Terms,
} from '@flagtower/contracts';
import { FlagtowerError } from '@flagtower/contracts';
import { geographyOf, isSummed, measuresOf, spokenUnit, type Span } from '@flagtower/domain';

import { measureCode, measureOfCode } from '../ledger/measure-codes.ts';
import { inSnapshot } from '../ledger/snapshot.ts';
import { readLastAudit } from '../verify/audits.ts';
import { askedSpan } from './asked-span.ts';
import { ask, clocksOf, type Asked, type KpiReading } from './asked.ts';
import { readConductFigure, type ConductPart } from './conduct-parts.ts';
import { instantOf } from './instant.ts';
import { readMeasuredReasons } from './measured-reasons.ts';
import { readKpi } from './read-kpi.ts';
import { freshnessOfSources } from './source-freshness.ts';
import { readStatedFigures } from './stated-figures.ts';

/** Entries are listed newest first, this many a page. */
export const entriesAPage = 100;

/**
 * Why this number: the definition, the sums it adds, the entries by day, one page of the entries, and the records that
 * they came from. The entries of all pages add up to the sums, and the sums make the figure.
 * @param page from 0
 * @throws FlagtowerError as `readKpi`, and `BAD_REQUEST` for a figure that is made of other figures, or of the catalogue
 */
export async function explainKpi(reading: KpiReading, query: KpiQuery, page: number): Promise<Explanation> {
  return await inSnapshot(reading.db, (db) => explain({ ...reading, db }, query, page));
}

async function explain(reading: KpiReading, query: KpiQuery, page: number): Promise<Explanation> {
  const answer = await readKpi(reading, { ...query, by: null });
  const asked = await ask(reading, { ...query, by: null });
  const { formula } = asked.definition;
  if (formula.kind === 'stated') return await explainStated(asked, answer, formula.indicator);
  if (formula.kind === 'conduct') return await explainConduct(asked, answer, formula);
  if (formula.kind === 'observation' || formula.kind === 'notices')
    return await explainMeasured(asked, answer, formula, page);
  const measures = measuresOf(formula);
  if (measures.length === 0)
    throw new FlagtowerError('BAD_REQUEST', `${query.kpi} is not made of entries`, { remedy: elsewhere(formula) });
  const span = askedSpan(asked);
  const sums = await readMeasureSums(asked, measures, span);
  const days = await readDays(asked, measures, span);
  const entries = await readEntries(asked, measures, span, page);
  return explanationSchema.parse({
    answer,
    definition: asked.definition,
    balances: rolesOf(asked).flatMap(({ role, terms }) =>
      terms.map(({ measure, sign }) => ({
        measure,
        sign,
        role,
        ...(sums.get(measure) ?? { sum: 0, entries: 0, records: 0 }),
      })),
    ),
    days,
    entries,
    records: await readRecords(asked, [...new Set(entries.map(({ seq }) => seq))]),
    rules: await readRules(asked),
    audit: await readLastAudit(reading.db, reading.ledger.id),
  });
}

/** Where a figure that is not one sum of entries can be followed. */
function elsewhere(formula: Formula): string {
  const { kind } = formula;
  if (kind === 'total') return `ask for its parts: ${formula.kpis.join(', ')}`;
  if (kind === 'backlog-days') return 'explain dossiers.open and dossiers.handled, of which it is made';
  return 'its procedures are at GET /v1/catalogue';
}

/** The readings or notices of a figure, one page of them. */
async function explainMeasured(
  asked: Asked,
  answer: KpiAnswer,
  formula: Extract<Formula, { kind: 'observation' | 'notices' }>,
  page: number,
): Promise<Explanation> {
  return explanationSchema.parse({
    answer,
    definition: asked.definition,
    balances: [],
    days: [],
    entries: [],
    records: [],
    measured: await readMeasuredReasons(asked, formula, page, answer.values[0]),
    audit: await readLastAudit(asked.reading.db, asked.reading.ledger.id),
  });
}

/** What each source has in the figure: those that have most of it first, of a share those that lack most. */
async function explainConduct(
  asked: Asked,
  answer: KpiAnswer,
  formula: Extract<Formula, { kind: 'conduct' }>,
): Promise<Explanation> {
  const { db, ledger } = asked.reading;
  const { parts } = await readConductFigure(asked, formula);
  return explanationSchema.parse({
    answer,
    definition: asked.definition,
    balances: [],
    days: [],
    entries: [],
    records: [],
    conduct: parts
      .toSorted((a, b) => weightOf(b) - weightOf(a) || (a.source.id < b.source.id ? -1 : 1))
      .map(({ source, ...part }) => ({
        ...part,
        source: source.id,
        freshness: freshnessOfSources([source], clocksOf(asked.reading)),
      })),
    audit: await readLastAudit(db, ledger.id),
  });
}

/** What is not known stands last. */
function weightOf({ value, denominator }: ConductPart): number {
  return denominator === null ? (value ?? -1) : -(value ?? 2);
}

/** The standing version of the period that the figure speaks of, those that it corrected, and their records. */
async function explainStated(asked: Asked, answer: KpiAnswer, indicator: string): Promise<Explanation> {
  const { reading, definition, knownSeq } = asked;
  const { db, city, ledger } = reading;
  const shown = answer.values[0]?.stated;
  const told = await readStatedFigures(db, { city, ledger, indicator, knownSeq });
  const versions = told
    .filter(
      ({ unit, period }) => unit === shown?.unit && period.from === shown.period.from && period.to === shown.period.to,
    )
    .toSorted((a, b) => b.version - a.version);
  return explanationSchema.parse({
    answer,
    definition,
    balances: [],
    days: [],
    entries: [],
    records: await readRecords(
      asked,
      versions.flatMap(({ seq }) => (seq === null ? [] : [seq])),
    ),
    versions,
    audit: await readLastAudit(db, ledger.id),
  });
}

export function rolesOf({ definition: { formula } }: Asked): { role: 'numerator' | 'denominator'; terms: Terms }[] {
  if (!isSummed(formula)) return [{ role: 'numerator', terms: [{ measure: 'handled', sign: 1 }] }];
  if (formula.kind !== 'share') return [{ role: 'numerator', terms: formula.terms }];
  return [
    { role: 'numerator', terms: formula.numerator },
    { role: 'denominator', terms: formula.denominator },
  ];
}

function isOfCohort(measures: readonly Measure[]): boolean {
  return measures.some((measure) => cohortSchema.safeParse(measure).success);
}

/** What places an entry in a period: its own time, of cohorts the receipt. */
const clock = 'coalesce(e.cohort_at, e.effective_at)';

/**
 * The entries of a figure: parameters $1 to $9, the same in every statement below; $7 is the period's end and the cut's
 * moment. Nothing is late before it is received, so the period bounds the effective times of cohorts too.
 */
export const ofFigure = `from entries e join cells c on c.id = e.cell
  where e.ledger_id = $1 and c.ledger_id = $1 and e.measure = any($2::int2[]) and c.case_kind = $3 and ($4::text is null or c.source_id = $4) and ($5::text[] is null or c.unit = any($5))
    and ($6::float8 is null or (e.effective_at >= to_timestamp($6::float8 / 1000) and ${clock} >= to_timestamp($6::float8 / 1000)))
    and e.effective_at <= to_timestamp(($7::float8[])[2] / 1000) and ${clock} < to_timestamp(($7::float8[])[1] / 1000) and e.seq <= $8
    and ($9::text[] is null or c.procedure = any($9))`;

export function figureValues(
  { reading, definition, query, units, knownSeq, at }: Asked,
  measures: readonly Measure[],
  span: Span,
): unknown[] {
  return [
    reading.ledger.id,
    measures.map(measureCode),
    definition.caseKind,
    query.source,
    units,
    span.from,
    isOfCohort(measures) ? [span.to, at] : [span.to, span.to - 1],
    knownSeq,
    query.procedures ?? null,
  ];
}

const mostAdoptions = 100;

/** What a ledger was folded with by the cut. One that was made by this version has never adopted any. */
async function readRules({ reading, knownSeq }: Asked): Promise<Explanation['rules']> {
  const { rows } = await reading.db.query<{ seq: number; version: number; recordedAt: number }>(
    `select seq::float8, version, (extract(epoch from recorded_at) * 1000)::float8 as "recordedAt" from adoptions where ledger_id = $1 and seq <= $2 order by seq desc limit ${String(mostAdoptions)}`,
    [reading.ledger.id, knownSeq],
  );
  return {
    version: rows[0]?.version ?? reading.ledger.foldVersion,
    adoptions: rows.map(({ recordedAt, ...row }) => ({ ...row, recordedAt: instantOf(recordedAt) })),
  };
}

async function readMeasureSums(
  asked: Asked,
  measures: readonly Measure[],
  span: Span,
): Promise<Map<Measure, { sum: number; entries: number; records: number }>> {
  const { rows } = await asked.reading.db.query<{ measure: number; sum: number; entries: number; records: number }>(
    `select e.measure, sum(e.delta)::float8 as sum, count(*)::float8 as entries, count(distinct e.seq)::float8 as records ${ofFigure} group by 1`,
    figureValues(asked, measures, span),
  );
  return new Map(rows.map(({ measure, ...sums }) => [measureOfCode(measure), sums]));
}

async function readDays(asked: Asked, measures: readonly Measure[], span: Span): Promise<Explanation['days']> {
  const { rows } = await asked.reading.db.query<{ day: string; measure: number; sum: number; entries: number }>(
    `select to_char(${clock} at time zone $10, 'YYYY-MM-DD') as day, e.measure, sum(e.delta)::float8 as sum, count(*)::float8 as entries ${ofFigure} group by 1, 2 order by 1 desc, 2 limit 400`,
    [...figureValues(asked, measures, span), asked.reading.ledger.zone],
  );
  return rows.map((row) => ({ ...row, measure: measureOfCode(row.measure) }));
}

async function readEntries(
  asked: Asked,
  measures: readonly Measure[],
  span: Span,
  page: number,
): Promise<Explanation['entries']> {
  const { rows } = await asked.reading.db.query<{
    seq: number;
    at: number;
    measure: number;
    delta: number;
    dossier: string;
    unit: string;
    channel: string;
    procedure: string;
  }>(
    `select e.seq::float8, (extract(epoch from e.effective_at) * 1000)::float8 as at, e.measure, e.delta, e.dossier, c.unit, c.channel, c.procedure ${ofFigure}
      order by e.seq desc, e.effective_at desc, e.measure, e.dossier, e.delta limit ${String(entriesAPage)} offset $10`,
    [...figureValues(asked, measures, span), page * entriesAPage],
  );
  const geography = geographyOf(asked.reading.city);
  return rows.map(({ seq, at, measure, delta, dossier, unit, channel, procedure }) => ({
    seq,
    effectiveAt: instantOf(at),
    measure: measureOfCode(measure),
    delta,
    dossier,
    ...spokenUnit(geography, unit, at),
    channel: channel === '' ? null : channel,
    procedure: procedure === '' ? null : procedure,
  }));
}

async function readRecords(asked: Asked, seqs: readonly number[]): Promise<Explanation['records']> {
  const { rows } = await asked.reading.db.query<{
    seq: number;
    source: string;
    recordId: string;
    version: number;
    occurredAt: number;
    recordedAt: number;
    import: string | null;
  }>(
    `select seq::float8, source_id as source, record_id as "recordId", version::float8, (extract(epoch from occurred_at) * 1000)::float8 as "occurredAt",
        (extract(epoch from recorded_at) * 1000)::float8 as "recordedAt", import_id as import from records where ledger_id = $1 and seq = any($2::int8[]) order by seq desc`,
    [asked.reading.ledger.id, seqs],
  );
  return rows.map((row) => ({ ...row, occurredAt: instantOf(row.occurredAt), recordedAt: instantOf(row.recordedAt) }));
}
