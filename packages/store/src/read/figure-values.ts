import { FlagtowerError, type Formula, type KpiQuery, type KpiValue } from '@flagtower/contracts';
import { isSummed, rowOf, unallocatedRow, unknownFigure } from '@flagtower/domain';

import { askedSpan, periodOf } from './asked-span.ts';
import { ask, clocksOf, type Asked } from './asked.ts';
import { readBacklogFigures } from './backlog-figures.ts';
import { bucketsOf } from './bucket-series.ts';
import { readCatalogueFigure } from './catalogue-figures.ts';
import { readCatalogueParts } from './catalogue-parts.ts';
import { readConductFigure } from './conduct-parts.ts';
import { countedBy } from './counted-by.ts';
import { instantOf } from './instant.ts';
import { keyOf, partValue, valueOf } from './kpi-value.ts';
import { measuredParts } from './measured-parts.ts';
import { noticeParts } from './notice-parts.ts';
import { ownFreshness } from './source-freshness.ts';
import { readStatedFigures } from './stated-figures.ts';
import { statedValues } from './stated-values.ts';
import { summedValues } from './summed-values.ts';

/**
 * The values of a figure, each by its key, by the kind of its formula. A figure that nobody told is one unknown value, or no row.
 * @throws FlagtowerError `BAD_REQUEST` for a breakdown that its kind does not have
 */
export async function valuesOf(asked: Asked): Promise<KpiValue[]> {
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
  return await timeValues(asked, formula);
}

/** A source that declared to tell notices and was never heard has not said that there are none. */
function isUnheardOf({ definition, sources }: Asked): boolean {
  return definition.formula.kind === 'notices' && sources.every(({ lastContactAt }) => lastContactAt === null);
}

async function timeValues(asked: Asked, formula: Extract<Formula, { kind: 'handling-time' }>): Promise<KpiValue[]> {
  const { definition, query } = asked;
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
