import {
  daySchema,
  kpiAnswerSchema,
  FlagtowerError,
  type City,
  type Day,
  type Formula,
  type KpiAnswer,
  type KpiDefinition,
  type KpiQuery,
  type KpiValue,
  type NewestReading,
  type Target,
} from '@flagtower/contracts';
import {
  breaksOf,
  dayNumberOf,
  figureOf,
  isSummed,
  keyOfCode,
  keysWithin,
  localDay,
  measuresOf,
  rowOf,
  startOfDayMs,
  targetInForce,
  unallocatedRow,
  unknownFigure,
  type AskedUnit,
  type Break,
  type Figure,
} from '@flagtower/domain';

import { ledgerTime, type Ledger } from '../ledger/ledgers.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { inSnapshot, sideBySide } from '../ledger/snapshot.ts';
import type { Source } from '../ledger/sources.ts';
import { askedSpan, periodOf } from './asked-span.ts';
import { askedUnit } from './asked-unit.ts';
import { readBacklogFigures } from './backlog-figures.ts';
import { bucketsOf } from './bucket-series.ts';
import { readCatalogueFigure } from './catalogue-figures.ts';
import { readCatalogueParts } from './catalogue-parts.ts';
import { readConductFigure } from './conduct-parts.ts';
import { countedBy } from './counted-by.ts';
import { formulaText } from './formula-text.ts';
import { instantOf } from './instant.ts';
import { measuredParts, type FigurePart } from './measured-parts.ts';
import { unplacedThing, withThings } from './measured-things.ts';
import { noticeParts } from './notice-parts.ts';
import { SharedReads } from './shared-reads.ts';
import { freshnessOfSources, ownFreshness, worstOfReadings, type WorstSource } from './source-freshness.ts';
import type { FreshnessClocks } from './stamps-in-ledger.ts';
import { readStatedFigures } from './stated-figures.ts';
import { statedValues } from './stated-values.ts';
import { cumulated } from './stock-series.ts';
import type { Told } from './told.ts';
import { unitFigures } from './unit-sums.ts';

export interface KpiReading {
  readonly db: Queryable;
  readonly city: City;
  readonly ledger: Ledger;
  /** The service's clock, epoch milliseconds; only freshness looks at it. */
  readonly now: number;
  /** Where several figures of one snapshot are read. */
  readonly shared?: SharedReads;
}

/** What freshness is judged by in a reading. */
export function clocksOf({ now, ledger: { clock } }: Pick<KpiReading, 'now' | 'ledger'>): FreshnessClocks {
  return { now, clock };
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
  /** The day whose units the figure is read in. */
  readonly geography: Day;
  /** `null`: a code that the city does not know. */
  readonly unit: AskedUnit | null;
  /** The ledger's keys that belong to the unit; `null`: everything. */
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
  const starts = queries.flatMap(({ from }) => (from === null ? [] : [Date.parse(from)]));
  const shared = new SharedReads(measures, Math.max(...queries.map(({ at }) => Date.parse(at))), starts);
  const answers: KpiAnswer[] = [];
  const left = queries.map((query, index) => ({ query, index }));
  let isFirst = true;
  // One figure has nobody to be read beside.
  await (queries.length > 1 ? sideBySide : inSnapshot)(reading.db, async (db) => {
    // One from the front and one from the back: figures that stand together share what they read.
    const next = isFirst ? left.shift.bind(left) : left.pop.bind(left);
    isFirst = false;
    for (let one = next(); one !== undefined; one = next())
      answers[one.index] = await answer({ ...reading, db, shared }, one.query);
  });
  return answers;
}

async function answer(reading: KpiReading, query: KpiQuery): Promise<KpiAnswer> {
  const asked = await ask(reading, query);
  const known = await asked.shared.commit(reading.db, reading.ledger.id, asked.knownSeq);
  const all = await valuesOf(asked);
  const values = await pageOf(asked, all);
  const { definition } = asked;
  return kpiAnswerSchema.parse({
    kpi: query.kpi,
    ledger: query.ledger,
    unit: query.unit,
    geography: asked.geography,
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
    ...(query.rows === undefined ? {} : { rows: { from: query.rows.from, of: all.length } }),
    breaks: isCounted(definition.formula) ? breaksIn(asked) : [],
  });
}

/** The rows that were asked for; each thing of them with what people want to know of it. */
async function pageOf(asked: Asked, all: readonly KpiValue[]): Promise<readonly KpiValue[]> {
  const { rows, by } = asked.query;
  const page = rows === undefined ? all : all.slice(rows.from, rows.from + rows.limit);
  return by === 'entity' ? await withThings(asked, page) : page;
}

/** Made of entries of units. */
function isCounted(formula: Formula): boolean {
  return isSummed(formula) || formula.kind === 'handling-time' || formula.kind === 'backlog-days';
}

/** Where the values speak of several moments, a change between these; and always one between them and the geography. */
function breaksIn({ unit, reading, query, definition, at }: Asked): Break[] {
  if (unit === null) return [];
  const isMoment = definition.formula.kind === 'state' && !isSeries(query.by);
  const period = periodOf(query);
  const from = isMoment ? at : (period.from ?? -Infinity);
  const to = isMoment || period.to === null ? at : Math.min(at, period.to - 1);
  return breaksOf(unit, reading.city.unitChanges, { from, to, byUnit: query.by === 'unit' });
}

function isSeries(by: KpiQuery['by']): by is 'day' | 'hour' | 'month' {
  return by === 'day' || by === 'hour' || by === 'month';
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
  const geography = query.geography ?? dayAt(query.at, ledger.zone);
  const unit = askedUnit(city, query.unit, geography);
  const within = unit === null ? [query.unit ?? ''] : keysWithin(unit);
  const told = await shared.told(db, {
    ledgerId: ledger.id,
    definition,
    source: query.source,
    units: within,
    knownSeq: known.seq,
  });
  if (unit === null && !told.unitsKnown)
    throw new FlagtowerError('UNKNOWN_UNIT', `no unit ${String(query.unit)}`, { remedy: 'GET /v1/units lists them' });
  return {
    reading,
    shared,
    query,
    definition,
    at: momentOf(definition, query),
    knownSeq: known.seq,
    lastSeq: last.seq,
    geography,
    unit,
    units: within,
    told,
    sources: all.filter(({ id }) => told.sources.includes(id)),
  };
}

function dayAt(instant: string, zone: string): Day {
  return daySchema.parse(localDay(Date.parse(instant), zone));
}

/** What was carried over into a period stands as it did in the millisecond before it; since ever nothing was. */
function momentOf({ formula }: KpiDefinition, query: KpiQuery): number {
  const at = Date.parse(query.at);
  if (formula.kind !== 'state' || formula.moment !== 'start') return at;
  return Math.min(at, query.from === null ? beforeEverything : Date.parse(query.from) - 1);
}

const beforeEverything = Date.parse('0001-01-01T00:00:00Z');

async function valuesOf(asked: Asked): Promise<KpiValue[]> {
  const { definition, query, told } = asked;
  const isMeasured = definition.formula.kind === 'observation' || definition.formula.kind === 'notices';
  if (!isMeasured && query.entity !== undefined)
    throw new FlagtowerError('BAD_REQUEST', `${query.kpi} is not measured of things`, { place: 'entity' });
  if (definition.formula.kind === 'stated') return await statedKpiValues(asked, definition.formula);
  if (definition.formula.kind === 'catalogue') return await catalogueValues(asked, definition.formula);
  if (definition.formula.kind === 'conduct') return await conductValues(asked, definition.formula);
  if (told.sources.length === 0 || isUnheardOf(asked))
    return query.by === null ? [valueOf(asked, {}, unknownFigure)] : [];
  const { formula } = definition;
  if (isSummed(formula)) return await summedValues(asked);
  if (formula.kind === 'total') return await totalValues(asked, formula.kpis);
  if (formula.kind === 'backlog-days') return await backlogValues(asked, formula);
  if ((formula.kind === 'observation' || formula.kind === 'notices') && (query.by === 'hour' || query.by === 'day'))
    return await bucketValues(asked, query.by);
  if (formula.kind === 'observation')
    return (await measuredParts(asked, formula)).map((part) => partValue(asked, part));
  if (formula.kind === 'notices') return (await noticeParts(asked, formula)).map((part) => partValue(asked, part));
  const span = askedSpan(asked);
  const by = countedBy(query);
  if (by === 'hour') throw new FlagtowerError('BAD_REQUEST', `${query.kpi} has no breakdown by hour`);
  const times = await asked.shared.times(asked.reading.db, {
    ledger: asked.reading.ledger,
    caseKind: definition.caseKind,
    source: query.source,
    units: asked.units,
    procedures: query.procedures ?? null,
    span,
    knownSeq: asked.knownSeq,
    by,
    rows: by === 'unit' ? rowsOfKeys(asked) : null,
  });
  const values = times.map((time) => ({
    ...valueOf(asked, keyOf(asked, time.group), {
      value: time[formula.statistic],
      numerator: null,
      denominator: time.handled,
    }),
    // Quantiles are no sums: what the row is made of could not be told part by part.
    ...(query.by === 'unit' && time.group === unallocatedRow ? { reasons: reasonsTold(asked) } : {}),
  }));
  return values.length === 0 && query.by === null ? [valueOf(asked, {}, unknownFigure)] : values;
}

/** A source that declared to tell notices and was never heard has not said that there are none. */
function isUnheardOf({ definition, sources }: Asked): boolean {
  return definition.formula.kind === 'notices' && sources.every(({ lastContactAt }) => lastContactAt === null);
}

/** A part rests on those who told it. */
function partValue(asked: Asked, { row, figure, sources, newest, newestOf, reasons }: FigurePart): KpiValue {
  const own = sources === null ? asked.sources : asked.sources.filter(({ id }) => sources.includes(id));
  const value = valueOf({ ...asked, sources: own }, keyOf(asked, row), figure);
  return {
    ...value,
    ...(newestOf === undefined ? {} : measuredBy(asked, newestOf)),
    ...(reasons === undefined ? {} : { reasons }),
    ...(asked.query.by === 'entity' && newest !== null ? { thing: unplacedThing(newest) } : {}),
  };
}

/** What a past moment showed was as fresh as it was then: how old its readings are now says nothing of it. */
const ofNowMs = 60_000;

/** @returns `null` where the figure rests on nobody */
export function worstOfFigure({ at, reading, sources }: Asked, measured: readonly NewestReading[]): WorstSource | null {
  const clocks = clocksOf(reading);
  const isOfNow = at >= ledgerTime(clocks.clock, clocks.now) - ofNowMs;
  return worstOfReadings(sources, isOfNow ? measured : [], clocks);
}

function measuredBy(
  asked: Asked,
  newestOf: Readonly<Record<string, number>>,
): Pick<KpiValue, 'measured'> & Partial<Pick<KpiValue, 'freshness'>> {
  const measured = Object.entries(newestOf)
    .map(([source, newest]): NewestReading => ({ source, measuredAt: instantOf(newest) }))
    .toSorted((one, other) => (one.source < other.source ? -1 : 1));
  const worst = worstOfFigure(asked, measured);
  return worst === null ? { measured } : { measured, freshness: worst.freshness };
}

/** What is no sum is asked for each bucket alone, at its end: the same figure that somebody would have seen then. */
async function bucketValues(asked: Asked, by: 'hour' | 'day'): Promise<KpiValue[]> {
  const { query, at, reading } = asked;
  const period = { ...periodOf(query), at, zone: reading.ledger.zone };
  const values: KpiValue[] = [];
  for (const { name, from, to } of bucketsOf(by, period)) {
    const end = Math.min(to - 1, at);
    const question = { ...query, by: null, from: instantOf(from), to: instantOf(Math.min(to, end + 1)) };
    const [value] = await valuesOf({ ...asked, query: question, at: end });
    if (value !== undefined) values.push({ ...value, key: { [by]: name } });
  }
  return values;
}

/** A group that one of the parts does not tell of has none of it there. */
async function totalValues(asked: Asked, kpis: readonly KpiQuery['kpi'][]): Promise<KpiValue[]> {
  const { reading, shared, query } = asked;
  const totals = new Map<string, { readonly key: KpiValue['key']; value: number | null }>();
  for (const kpi of kpis) {
    for (const { key, value } of await valuesOf(await ask({ ...reading, shared }, { ...query, kpi }))) {
      const group = JSON.stringify(key);
      const sum = totals.get(group);
      if (sum === undefined) totals.set(group, { key, value });
      else sum.value = sum.value === null || value === null ? null : sum.value + value;
    }
  }
  return [...totals.values()].map(({ key, value }) =>
    valueOf(asked, key, { value, numerator: value, denominator: null }),
  );
}

async function catalogueValues(asked: Asked, formula: Extract<Formula, { kind: 'catalogue' }>): Promise<KpiValue[]> {
  const { query, told } = asked;
  const isUnknown = told.sources.length === 0;
  if (query.by === null)
    return [valueOf(asked, {}, isUnknown ? unknownFigure : await readCatalogueFigure(asked, formula))];
  if (query.by !== 'unit' && query.by !== 'level')
    throw new FlagtowerError('BAD_REQUEST', `${query.kpi} has no breakdown by ${query.by}`, {
      remedy: 'by unit or by level',
    });
  const parts = isUnknown ? [] : await readCatalogueParts(asked, formula, query.by);
  return parts.map(({ row, figure }) => valueOf(asked, keyOf(asked, row), figure));
}

/** Nothing is older than the service's own look at its sources: these figures are as fresh as the answer. */
async function conductValues(asked: Asked, formula: Extract<Formula, { kind: 'conduct' }>): Promise<KpiValue[]> {
  const { query, reading } = asked;
  if (query.by === 'hour' || query.by === 'day') return await bucketValues(asked, query.by);
  if (query.by !== null && query.by !== 'source')
    throw new FlagtowerError('BAD_REQUEST', `${query.kpi} has no breakdown by ${query.by}`);
  const { figure, parts } = await readConductFigure(asked, formula);
  const freshness = ownFreshness(reading.now, clocksOf(reading));
  if (query.by === null) return [{ ...valueOf(asked, {}, figure), freshness }];
  return parts.map(({ source, ...part }) => ({
    ...valueOf(asked, { source: source.id }, part),
    freshness,
    source: [source.id],
  }));
}

async function backlogValues(asked: Asked, formula: Extract<Formula, { kind: 'backlog-days' }>): Promise<KpiValue[]> {
  const figures = await readBacklogFigures(asked, formula);
  return figures.map(({ key, ...figure }) => valueOf(asked, key, figure));
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
  const asStock = formula.kind === 'state' && isSeries(query.by);
  const span = askedSpan(asked);
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
    by: countedBy(query),
  };
  const sums = asStock
    ? await cumulated((each) => asked.shared.sums(asked.reading.db, each), question, {
        ...periodOf(query),
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
  if (query.by === 'unit' && asked.unit !== null)
    return unitFigures(asked.unit, formula, sums).map(({ row, figure, reasons }) => ({
      ...valueOf(asked, { unit: row }, figure),
      ...(reasons === undefined ? {} : { reasons }),
    }));
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, ofGroup]) => valueOf(asked, keyOf(asked, group), figureOf(formula, ofGroup)));
}

/** The row of each key that anything was told under. */
function rowsOfKeys({ unit, told }: Asked): [key: string, row: string][] {
  if (unit === null) return [];
  return [...told.units].flatMap((key): [string, string][] => {
    const place = rowOf(unit, key);
    return place === null ? [] : [[key, place.row]];
  });
}

function reasonsTold({ unit, told }: Asked): NonNullable<KpiValue['reasons']> {
  if (unit === null) return [];
  const reasons = new Set([...told.units].flatMap((key) => rowOf(unit, key)?.reason ?? []));
  return [...reasons].toSorted().map((reason) => ({ reason, value: null }));
}

function keyOf({ query }: Asked, group: string): Record<string, string> {
  return query.by === null ? {} : { [query.by]: group };
}

function valueOf(
  { definition, reading, query, sources, told, unit: askedFor }: Asked,
  key: Record<string, string>,
  figure: Figure,
): KpiValue {
  const unit = key['unit'] ?? query.unit ?? reading.city.root;
  const aims = targetsOfLife(reading.city, { kpi: query.kpi, unit }, askedFor);
  const target =
    aims.length === 0 ? null : targetInForce(aims, { kpi: query.kpi, unit, day: dayAt(query.at, reading.ledger.zone) });
  const whole = key['unit'] === undefined && (query.unit === null || query.unit === reading.city.root);
  return {
    key,
    ...figure,
    unitOfMeasure: definition.unitOfMeasure,
    freshness: freshnessOfSources(sources, clocksOf(reading)),
    coverage: whole && askedFor !== null ? told.coverageOf(askedFor) : null,
    target: target === null ? null : { value: target.value, by: target.by, basis: target.basis },
    source: sources.map(({ id }) => id),
  };
}

/** What was aimed at for a unit that had the code later or before is not aimed at for this one. */
function targetsOfLife(
  { targets }: City,
  { kpi, unit }: Pick<Target, 'kpi' | 'unit'>,
  asked: AskedUnit | null,
): Target[] {
  const ofUnit = targets.filter((target) => target.kpi === kpi && target.unit === unit);
  if (asked === null || ofUnit.length === 0) return ofUnit;
  const { geography, at } = asked;
  const life = keyOfCode(geography, unit, at);
  return ofUnit.filter(({ by }) => keyOfCode(geography, unit, startOfDayMs(dayNumberOf(by), geography.zone)) === life);
}
