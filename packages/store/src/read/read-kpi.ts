import {
  kpiAnswerSchema,
  FlagtowerError,
  type City,
  type Formula,
  type KpiAnswer,
  type KpiDefinition,
  type KpiQuery,
  type KpiValue,
} from '@flagtower/contracts';
import { figureOf, isSummed, measuresOf, spanOf, unknownFigure, type Figure } from '@flagtower/domain';

import type { Ledger } from '../ledger/ledgers.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { inSnapshot } from '../ledger/snapshot.ts';
import type { Source } from '../ledger/sources.ts';
import { formulaText } from './formula-text.ts';
import { instantOf } from './instant.ts';
import { readActiveNotices } from './notices.ts';
import { readObservationFigure } from './observation-figures.ts';
import { SharedReads } from './shared-reads.ts';
import { freshnessOfSources } from './source-freshness.ts';
import { readStatedFigures } from './stated-figures.ts';
import { statedValues } from './stated-values.ts';
import { cumulated } from './stock-series.ts';
import type { Told } from './told.ts';
import { unitsWithin } from './units-within.ts';

export interface KpiReading {
  readonly db: Queryable;
  readonly city: City;
  readonly ledger: Ledger;
  /** The service's clock, epoch milliseconds; only freshness looks at it. */
  readonly now: number;
  /** Where several figures of one snapshot are read. */
  readonly shared?: SharedReads;
}

/** A question with its definition, its whole commit and its units found: what every kind of formula reads from. */
export interface Asked {
  readonly reading: KpiReading;
  readonly shared: SharedReads;
  readonly query: KpiQuery;
  readonly definition: KpiDefinition;
  readonly at: number;
  readonly knownSeq: number;
  readonly lastSeq: number;
  readonly units: readonly string[] | null;
  readonly sources: readonly Source[];
  readonly told: Told;
}

/**
 * The one read function: stream, API, command line and explain all get their figures here.
 * @throws FlagtowerError `UNKNOWN_KPI`, `UNKNOWN_UNIT`, `UNKNOWN_SOURCE`, `BAD_REQUEST` (a breakdown that the figure does not have)
 */
export async function readKpi(reading: KpiReading, query: KpiQuery): Promise<KpiAnswer> {
  return await inSnapshot(reading.db, (db) => answer({ ...reading, db }, query));
}

/** Several figures of one snapshot, in the order of the questions: the same answers, with what they share read once. */
export async function readKpis(reading: KpiReading, queries: readonly KpiQuery[]): Promise<KpiAnswer[]> {
  const asked = new Set(queries.map(({ kpi }) => kpi));
  const measures = reading.city.kpis.flatMap(({ id, formula }) => (asked.has(id) ? measuresOf(formula) : []));
  return await inSnapshot(reading.db, async (db) => {
    const shared = new SharedReads(measures);
    const answers: KpiAnswer[] = [];
    for (const query of queries) answers.push(await answer({ ...reading, db, shared }, query));
    return answers;
  });
}

async function answer(reading: KpiReading, query: KpiQuery): Promise<KpiAnswer> {
  const asked = await ask(reading, query);
  const known = await asked.shared.commit(reading.db, reading.ledger.id, asked.knownSeq);
  const values = await valuesOf(asked);
  const { definition } = asked;
  return kpiAnswerSchema.parse({
    kpi: query.kpi,
    ledger: query.ledger,
    unit: query.unit,
    geography: query.geography,
    from: query.from,
    to: query.to,
    at: query.at,
    known: known.recordedAt === null ? null : instantOf(known.recordedAt),
    knownSeq: asked.knownSeq,
    projection:
      known.recordedAt !== null &&
      asked.at > Math.max(known.recordedAt, asked.knownSeq === asked.lastSeq ? reading.now : 0),
    simulated: query.ledger === 'simulated',
    definition: { version: definition.version, formula: formulaText(definition), basis: definition.basis },
    values,
  });
}

/** Finds what a question speaks of, or says what does not exist. */
export async function ask(reading: KpiReading, query: KpiQuery): Promise<Asked> {
  const { db, city, ledger, shared = new SharedReads() } = reading;
  const definition = city.kpis.find(({ id }) => id === query.kpi);
  if (definition === undefined)
    throw new FlagtowerError('UNKNOWN_KPI', `no KPI ${query.kpi}`, { remedy: 'GET /v1/city lists them' });
  const last = await shared.commit(db, ledger.id, Number.MAX_SAFE_INTEGER);
  const known = query.knownSeq >= last.seq ? last : await shared.commit(db, ledger.id, query.knownSeq);
  const all = await shared.sources(db, ledger.id);
  if (query.source !== null && !all.some(({ id }) => id === query.source))
    throw new FlagtowerError('UNKNOWN_SOURCE', `no source ${query.source} in ledger ${ledger.name}`);
  const units = unitsWithin(city, query.unit);
  const told = await shared.told(db, {
    ledgerId: ledger.id,
    definition,
    source: query.source,
    units,
    knownSeq: known.seq,
  });
  if (units !== null && !told.unitsKnown && !city.units.some(({ code }) => code === query.unit))
    throw new FlagtowerError('UNKNOWN_UNIT', `no unit ${String(query.unit)}`, { remedy: 'GET /v1/units lists them' });
  return {
    reading,
    shared,
    query,
    definition,
    at: Date.parse(query.at),
    knownSeq: known.seq,
    lastSeq: last.seq,
    units,
    told,
    sources: all.filter(({ id }) => told.sources.includes(id)),
  };
}

async function valuesOf(asked: Asked): Promise<KpiValue[]> {
  const { definition, query, told } = asked;
  if (definition.formula.kind === 'stated') return await statedKpiValues(asked, definition.formula);
  if (told.sources.length === 0) return query.by === null ? [valueOf(asked, {}, unknownFigure)] : [];
  const { formula } = definition;
  if (isSummed(formula)) return await summedValues(asked);
  if (query.by !== null && formula.kind !== 'handling-time')
    throw new FlagtowerError('BAD_REQUEST', `${query.kpi} has no breakdown by ${query.by}`);
  const span = spanOf(formula, { from: msOf(query.from), to: msOf(query.to), at: asked.at });
  if (formula.kind === 'handling-time') {
    if (query.by === 'hour') throw new FlagtowerError('BAD_REQUEST', `${query.kpi} has no breakdown by hour`);
    const times = await asked.shared.times(asked.reading.db, {
      ledger: asked.reading.ledger,
      caseKind: definition.caseKind,
      source: query.source,
      units: asked.units,
      procedures: query.procedures ?? null,
      span,
      knownSeq: asked.knownSeq,
      by: query.by,
    });
    const values = times.map((time) =>
      valueOf(asked, keyOf(asked, time.group), {
        value: time[formula.statistic],
        numerator: null,
        denominator: time.handled,
      }),
    );
    return values.length === 0 && query.by === null ? [valueOf(asked, {}, unknownFigure)] : values;
  }
  if (formula.kind === 'observation') {
    const figure = await readObservationFigure(asked.reading.db, {
      ledgerId: asked.reading.ledger.id,
      formula,
      source: query.source,
      span,
      at: asked.at,
      knownSeq: asked.knownSeq,
    });
    return [valueOf(asked, {}, figure)];
  }
  const active = await readActiveNotices(asked.reading.db, {
    ledgerId: asked.reading.ledger.id,
    at: asked.at,
    knownSeq: asked.knownSeq,
    source: query.source,
  });
  const counted = active.filter(
    ({ notice }) => formula.noticeType === undefined || notice.noticeType === formula.noticeType,
  );
  return [valueOf(asked, {}, { value: counted.length, numerator: counted.length, denominator: null })];
}

async function statedKpiValues(asked: Asked, formula: Extract<Formula, { kind: 'stated' }>): Promise<KpiValue[]> {
  const { reading, query, knownSeq, at, units } = asked;
  const { db, city, ledger } = reading;
  const told = await readStatedFigures(db, { city, ledger, indicator: formula.indicator, knownSeq });
  const values = statedValues({
    // What a source counts is no statement of ours: asked for one source's figures, there are none.
    told: query.source === null ? told : [],
    formula,
    query,
    unit: query.unit ?? city.root,
    units,
    at,
    zone: ledger.zone,
  });
  return values.map((value) => ({ ...valueOf(asked, value.key, value), ...value }));
}

async function summedValues(asked: Asked): Promise<KpiValue[]> {
  const { definition, query } = asked;
  const { formula } = definition;
  if (!isSummed(formula)) return [];
  const asStock = formula.kind === 'state' && (query.by === 'day' || query.by === 'hour' || query.by === 'month');
  const span = spanOf(formula, { from: msOf(query.from), to: msOf(query.to), at: asked.at });
  const question = {
    ledger: asked.reading.ledger,
    caseKind: definition.caseKind,
    source: query.source,
    units: asked.units,
    procedures: query.procedures ?? null,
    measures: measuresOf(formula),
    span,
    at: asked.at,
    knownSeq: asked.knownSeq,
    lastSeq: asked.lastSeq,
    by: query.by,
  };
  const sums = asStock
    ? await cumulated((each) => asked.shared.sums(asked.reading.db, each), question, {
        from: msOf(query.from),
        to: msOf(query.to),
        at: asked.at,
      })
    : await asked.shared.sums(asked.reading.db, question);
  if (query.by === null)
    return [
      valueOf(
        asked,
        {},
        asked.units !== null && !asked.told.unitsKnown ? unknownFigure : figureOf(formula, sums.get('') ?? new Map()),
      ),
    ];
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, ofGroup]) => valueOf(asked, keyOf(asked, group), figureOf(formula, ofGroup)));
}

function keyOf({ query }: Asked, group: string): Record<string, string> {
  return query.by === null ? {} : { [query.by]: group };
}

function valueOf(
  { definition, reading, query, sources, told }: Asked,
  key: Record<string, string>,
  figure: Figure,
): KpiValue {
  const target = reading.city.targets.find(
    ({ kpi, unit }) => kpi === query.kpi && unit === (key['unit'] ?? query.unit ?? reading.city.root),
  );
  const whole = key['unit'] === undefined && (query.unit === null || query.unit === reading.city.root);
  return {
    key,
    ...figure,
    unitOfMeasure: definition.unitOfMeasure,
    freshness: freshnessOfSources(sources, reading.now),
    coverage: whole ? told.coverageOf(reading.city) : null,
    target: target === undefined ? null : { value: target.value, by: target.by, basis: target.basis },
    source: sources.map(({ id }) => id),
  };
}

function msOf(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
