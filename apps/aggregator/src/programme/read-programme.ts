import {
  kpiQuerySchema,
  type Breakdown,
  type City,
  type Instant,
  type KpiDefinition,
  type KpiQuery,
  type ProgrammeRow,
  type Stated,
  type Target,
} from '@flagtower/contracts';
import {
  localDay,
  periodEndMs,
  periodStart,
  standingReports,
  targetsOn,
  workingDaysOf,
  type Measurement,
} from '@flagtower/domain';
import { inSnapshot, instantOf, readKpis, readStatedFigures, statedValues } from '@flagtower/store';

import type { ReadCut } from '../questions/cut.ts';
import type { KpiDesk } from '../questions/kpi-question.ts';
import { countedMeasurements } from './counted-measurements.ts';
import { programmeRow, type MeasuredFigure, type RowsOf } from './programme-row.ts';

type StatedFormula = Extract<KpiDefinition['formula'], { kind: 'stated' }>;

/** One reading of the programme at one cut. */
interface Reading extends RowsOf {
  readonly desk: KpiDesk;
  readonly cut: ReadCut;
  readonly at: number;
  readonly yearStart: Instant;
  readonly told: readonly Stated[];
  readonly targets: readonly Target[];
}

/**
 * Every figure that is held to a target at a cut, and every stated one that is not: what stood of the programme then, as
 * it was known.
 */
export async function readProgramme(desk: KpiDesk, cut: ReadCut): Promise<ProgrammeRow[]> {
  return await inSnapshot(desk.db, async (db) => {
    const reading = await open({ ...desk, db }, cut);
    const stated = desk.city.kpis.flatMap((definition) =>
      definition.formula.kind === 'stated' ? statedFigures(reading, definition, definition.formula) : [],
    );
    const counted = await countedFigures(reading);
    const figures = [...stated, ...counted];
    const beside = await besideThem(reading, figures);
    const order = new Map(reading.targets.map((target, index) => [target, index]));
    return figures
      .toSorted((a, b) => placeOf(a, order) - placeOf(b, order))
      .map((figure) => programmeRow(reading, { ...figure, counterpart: beside(figure) }));
  });
}

function placeOf({ target }: MeasuredFigure, order: ReadonlyMap<Target, number>): number {
  return target === null ? Infinity : (order.get(target) ?? Infinity);
}

async function open(desk: KpiDesk, cut: ReadCut): Promise<Reading> {
  const { city, ledger, db } = desk;
  const at = Date.parse(cut.at);
  const today = localDay(at, ledger.zone);
  return {
    desk,
    cut,
    at,
    city,
    calendar: workingDaysOf(city.calendar),
    today,
    yearStart: instantOf(periodStart('year', at, ledger.zone) ?? 0),
    told: await readStatedFigures(db, { city, ledger, indicator: null, knownSeq: cut.knownSeq }),
    targets: targetsOn(city.targets, today),
  };
}

/** A stated figure for every unit that has a target for it or told something of it. */
function statedFigures(
  { told, targets, at, desk }: Reading,
  definition: KpiDefinition,
  formula: StatedFormula,
): MeasuredFigure[] {
  const { zone } = desk.ledger;
  const ofIndicator = told.filter(({ indicator }) => indicator === formula.indicator);
  const reports = standingReports(ofIndicator).filter(({ period }) => periodEndMs(period, zone) <= at);
  const aims = targets.filter(({ kpi }) => kpi === definition.id);
  const units = new Set([...aims.map(({ unit }) => unit), ...reports.map(({ unit }) => unit)]);
  return [...units].flatMap((unit) => {
    const [value] = statedValues({
      told: ofIndicator,
      formula,
      query: { kpi: definition.id, by: null },
      unit,
      units: null,
      at,
      zone,
    });
    if (value === undefined) return [];
    const figure = { definition, unit, value, measured: measuredBy(reports, unit), countedSince: null };
    const own = aims.filter((target) => target.unit === unit);
    return (own.length === 0 ? [null] : own).map((target) => ({ ...figure, target, counterpart: null }));
  });
}

/** One measurement a day: of two periods that ended together the later-begun one, as everywhere. */
function measuredBy(reports: readonly Stated[], unit: string): Measurement[] {
  const byDay = new Map<string, Measurement>();
  const own = reports.filter((report) => report.unit === unit);
  for (const { period, value, bound } of own.toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1)))
    if (value !== null) byDay.set(period.to, { day: period.to, value, bound });
  return [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The counted figures that have targets; of the units of one level all at once. */
async function countedFigures(reading: Reading): Promise<MeasuredFigure[]> {
  const { city, targets } = reading;
  const figures: MeasuredFigure[] = [];
  for (const definition of city.kpis.filter(({ formula }) => formula.kind !== 'stated')) {
    const aims = targets.filter(({ kpi }) => kpi === definition.id);
    const whole = aims.find(({ unit }) => unit === city.root);
    if (whole !== undefined) figures.push(await countedWhole(reading, definition, whole));
    const parts = aims.filter(({ unit }) => unit !== city.root);
    if (parts.length > 0) figures.push(...(await countedParts(reading, definition, parts)));
  }
  return figures;
}

async function countedWhole(reading: Reading, definition: KpiDefinition, target: Target): Promise<MeasuredFigure> {
  const { desk, today, yearStart } = reading;
  const hasMonths = definition.formula.kind === 'share' || definition.formula.kind === 'flow';
  const [standing, months] = await readKpis(desk, [
    question(reading, definition.id, null),
    ...(hasMonths ? [question(reading, definition.id, 'month')] : []),
  ]);
  const value = standing?.values[0];
  if (value === undefined) throw new TypeError('a figure that is asked for as a whole has one value');
  return {
    definition,
    unit: target.unit,
    target,
    value,
    measured: countedMeasurements(definition, months?.values ?? [], value, today),
    countedSince: yearStart,
    counterpart: null,
  };
}

async function countedParts(
  reading: Reading,
  definition: KpiDefinition,
  targets: readonly Target[],
): Promise<MeasuredFigure[]> {
  const { desk, today, yearStart } = reading;
  const [answer] = await readKpis(desk, [question(reading, definition.id, 'unit')]);
  const byUnit = new Map(answer?.values.map((value) => [value.key['unit'] ?? '', value]));
  const [empty] = (await readKpis(desk, [question(reading, definition.id, null)]))[0]?.values ?? [];
  if (empty === undefined) return [];
  return targets.map((target) => {
    const value = byUnit.get(target.unit) ?? { ...empty, value: null };
    const measured = value.value === null ? [] : [{ day: today, value: value.value, bound: null }];
    return { definition, unit: target.unit, target, value, measured, countedSince: yearStart, counterpart: null };
  });
}

/** Since the year began, as the city's reports count. */
function question({ desk, cut, yearStart }: Reading, kpi: string, by: Breakdown | null): KpiQuery {
  return kpiQuerySchema.parse({
    kpi,
    ledger: desk.ledger.name,
    source: null,
    unit: null,
    geography: cut.geography,
    from: yearStart,
    to: null,
    at: cut.at,
    knownSeq: cut.knownSeq,
    by,
  });
}

/** What the other way says of the same thing, for the city as a whole: named beside it, never mixed with it. */
async function besideThem(
  reading: Reading,
  figures: readonly MeasuredFigure[],
): Promise<(figure: MeasuredFigure) => ProgrammeRow['counterpart']> {
  const { city, desk } = reading;
  const pairs = pairsOf(city);
  const wanted = figures.flatMap(({ definition, unit }) =>
    unit === city.root ? (pairs.get(definition.id) ?? []) : [],
  );
  const answers = await readKpis(
    desk,
    [...new Set(wanted)].map((id) => ofAllTime(reading, id)),
  );
  const values = new Map<string, number | null>(answers.map(({ kpi, values: [value] }) => [kpi, value?.value ?? null]));
  return ({ definition, unit }) => {
    const others = unit === city.root ? (pairs.get(definition.id) ?? []) : [];
    // Several reports may speak of one counted figure: one that says a number goes first.
    const id = others.find((other) => (values.get(other) ?? null) !== null) ?? others[0];
    const other = city.kpis.find((one) => one.id === id);
    return other === undefined ? null : { kpi: other.id, names: other.names, value: values.get(other.id) ?? null };
  };
}

/** Figures that speak of the same thing by the other way, in the catalogue's order. */
function pairsOf({ kpis }: Pick<City, 'kpis'>): ReadonlyMap<string, readonly string[]> {
  const pairs = new Map<string, string[]>();
  for (const { id, formula } of kpis) {
    if (formula.kind !== 'stated' || formula.counted === null) continue;
    pairs.set(id, [formula.counted]);
    pairs.set(formula.counted, [...(pairs.get(formula.counted) ?? []), id]);
  }
  return pairs;
}

/** A stated sum has no beginning, so a counted one beside it has none either. */
function ofAllTime(reading: Reading, id: string): KpiQuery {
  const formula = reading.city.kpis.find((definition) => definition.id === id)?.formula;
  const asked = question(reading, id, null);
  return formula?.kind === 'flow' ? { ...asked, from: null } : asked;
}
