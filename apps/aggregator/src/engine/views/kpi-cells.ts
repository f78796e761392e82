import type { City, Freshness, KpiCell, KpiDefinition, Measure, Period } from '@flagtower/contracts';
import { daySchema } from '@flagtower/contracts';
import { figureOf, isSummed, unknownFigure, type Figure } from '@flagtower/domain';
import { instantOf, unitsWithin } from '@flagtower/store';

import type { Comparison } from '../comparison.ts';
import type { Tally } from '../tally.ts';

export interface KpiCellsFrom {
  readonly city: City;
  readonly tally: Tally;
  readonly at: number;
  readonly unit: string;
  readonly comparison: Comparison | null;
  /** Of a case kind's sources. */
  readonly freshnessOf: (definition: KpiDefinition) => {
    readonly freshness: Freshness;
    readonly source: readonly string[];
  };
  /** Figures that are no sums, by `{kpi}|{period}`: read from the store now and then. */
  readonly read: ReadonlyMap<string, Figure>;
}

const flowPeriods = ['hour', 'today', 'month', 'year', 'all'] as const satisfies readonly Period[];

/** Topic `kpis/{unit}`: every figure of the catalogue in every period that it has. */
export function kpiCells(from: KpiCellsFrom): Map<string, KpiCell> {
  const cells = new Map<string, KpiCell>();
  const units = unitsWithin(from.city, from.unit);
  for (const definition of from.city.kpis) {
    if (isSummed(definition.formula)) {
      const periods = definition.formula.kind === 'state' ? (['now'] as const) : flowPeriods;
      for (const period of periods)
        cells.set(`${definition.id}|${period}`, summedCell(from, definition, period, units));
    } else {
      for (const period of ['now', 'today', 'month'] as const) {
        const figure = from.read.get(`${definition.id}|${period}`);
        if (figure !== undefined)
          cells.set(`${definition.id}|${period}`, cellOf(from, definition, period, figure, null));
      }
    }
  }
  return cells;
}

function summedCell(
  from: KpiCellsFrom,
  definition: KpiDefinition,
  period: Period,
  units: readonly string[] | null,
): KpiCell {
  const { formula } = definition;
  if (!isSummed(formula)) throw new TypeError(`${definition.id} is no sum`);
  const { freshness } = from.freshnessOf(definition);
  const told =
    freshness.state !== 'none' &&
    (units === null || units.some((unit) => from.tally.unitsOf(definition.caseKind).has(unit)));
  const figure = told ? figureOf(formula, sumsOf(from, definition, period, units)) : unknownFigure;
  const before = units === null && definition.caseKind === 'dossier' ? usualSums(from.comparison, period) : null;
  const usual = before === null ? null : figureOf(formula, before).value;
  return cellOf(from, definition, period, figure, usual);
}

function sumsOf(
  { tally, at }: KpiCellsFrom,
  { caseKind }: KpiDefinition,
  period: Period,
  units: readonly string[] | null,
): ReadonlyMap<Measure, number> {
  if (period === 'hour') return tally.lastHourSums(caseKind, units, at);
  return tally.sums(caseKind, units, period === 'now' ? 'all' : period);
}

function usualSums(comparison: Comparison | null, period: Period): ReadonlyMap<Measure, number> | null {
  if (comparison === null) return null;
  if (period === 'today') return comparison.today;
  if (period === 'hour') return comparison.hour;
  return period === 'now' ? comparison.now : null;
}

function cellOf(
  from: KpiCellsFrom,
  definition: KpiDefinition,
  period: Period,
  figure: Figure,
  usual: number | null,
): KpiCell {
  const { freshness, source } = from.freshnessOf(definition);
  const target = from.city.targets.find(({ kpi, unit }) => kpi === definition.id && unit === from.unit);
  const start = period === 'today' || period === 'month' || period === 'year' ? from.tally.frame[period] : null;
  const expected = from.city.units.filter(({ level, validTo }) => level === 'commune' && validTo === null);
  const told = from.tally.unitsOf(definition.caseKind);
  const have = expected.filter(({ code }) => told.has(code)).length;
  return {
    kpi: definition.id,
    period,
    from: start === null ? null : instantOf(start),
    to: null,
    ...figure,
    unitOfMeasure: definition.unitOfMeasure,
    freshness,
    coverage:
      from.unit === from.city.root && isSummed(definition.formula) && have > 0 ? { have, of: expected.length } : null,
    target: target === undefined ? null : { value: target.value, by: target.by, basis: target.basis },
    source: [...source],
    usual:
      usual === null || from.comparison === null ? null : { value: usual, of: daySchema.parse(from.comparison.day) },
  };
}
