import type { CaseKind, City, KpiCell, KpiDefinition, Measure, Period, Target } from '@flagtower/contracts';
import { daySchema } from '@flagtower/contracts';
import {
  coveredCommunes,
  figureOf,
  geographyOf,
  isSummed,
  localDay,
  targetInForce,
  unknownFigure,
  type Figure,
} from '@flagtower/domain';
import { instantOf, unitsWithin } from '@flagtower/store';

import type { Comparison } from '../comparison.ts';
import type { FreshnessOfFigure, ReadFigure } from '../surroundings.ts';
import type { Tally } from '../tally.ts';

export interface KpiCellsFrom {
  readonly city: City;
  readonly tally: Tally;
  readonly at: number;
  readonly unit: string;
  readonly comparison: Comparison | null;
  /** Of a case kind's sources. */
  readonly freshnessOf: (definition: KpiDefinition, measured?: ReadFigure['measured']) => FreshnessOfFigure;
  /** Figures that are no sums, by `{kpi}|{period}`: read from the store now and then. */
  readonly read: ReadonlyMap<string, ReadFigure>;
}

const flowPeriods = ['hour', 'today', 'month', 'year', 'all'] as const satisfies readonly Period[];

/** What all cells of a definition have in common; found once, and many definitions share it. */
interface Shared {
  readonly units: readonly string[] | null;
  readonly isTold: boolean;
  readonly coverage: KpiCell['coverage'];
  readonly sumsOf: (period: Period) => ReadonlyMap<Measure, number>;
}

/** Topic `kpis/{unit}`: every counted figure of the catalogue in every period that it has. */
export function kpiCells(from: KpiCellsFrom): Map<string, KpiCell> {
  const cells = new Map<string, KpiCell>();
  const units = unitsWithin(from.city, from.unit, from.at);
  const shared = new Map<CaseKind, Shared>();
  const targetOf = targetsOf(from);
  for (const definition of from.city.kpis) {
    if (definition.formula.kind === 'stated' || !definition.live) continue;
    const about = shared.get(definition.caseKind) ?? sharedBy(from, definition.caseKind, units);
    shared.set(definition.caseKind, about);
    const cellOf = cellsOf(from, definition, about, targetOf);
    if (isSummed(definition.formula)) {
      const periods = definition.formula.kind === 'state' ? (['now'] as const) : flowPeriods;
      for (const period of periods) cells.set(`${definition.id}|${period}`, cellOf(period, null));
    } else {
      for (const period of ['now', 'today', 'month', 'all'] as const) {
        const figure = from.read.get(`${definition.id}|${period}`);
        if (figure !== undefined) cells.set(`${definition.id}|${period}`, cellOf(period, figure));
      }
    }
  }
  return cells;
}

/** What the unit is held to on the day of the cut. */
function targetsOf({ city, unit, at }: KpiCellsFrom): (kpi: string) => Target | null {
  const targets = city.targets.filter((target) => target.unit === unit);
  const day = localDay(at, city.zone);
  return (kpi) => targetInForce(targets, { kpi, unit, day });
}

function sharedBy({ city, tally, at, unit }: KpiCellsFrom, caseKind: CaseKind, units: Shared['units']): Shared {
  const told = tally.unitsOf(caseKind);
  const geography = geographyOf(city);
  const coverage =
    unit === city.root ? coveredCommunes({ geography, life: geography.root, at }, new Set(told.keys())) : null;
  const sums = new Map<Period, ReadonlyMap<Measure, number>>();
  return {
    units,
    isTold: units === null || units.some((code) => told.has(code)),
    coverage,
    sumsOf: (period) => {
      const held =
        sums.get(period) ??
        (period === 'hour'
          ? tally.lastHour.sums(caseKind, units, at)
          : tally.sums(caseKind, units, period === 'now' ? 'all' : period));
      sums.set(period, held);
      return held;
    },
  };
}

/** @returns a definition's cell in a period; its `figure` is `null` where it is a sum */
function cellsOf(
  from: KpiCellsFrom,
  definition: KpiDefinition,
  { units, isTold, coverage, sumsOf }: Shared,
  targetOf: (kpi: string) => Target | null,
): (period: Period, figure: ReadFigure | null) => KpiCell {
  const { formula, caseKind } = definition;
  const { freshness, source } = from.freshnessOf(definition);
  const target = targetOf(definition.id);
  const summed = (period: Period): Figure =>
    isTold && freshness.state !== 'none' && isSummed(formula) ? figureOf(formula, sumsOf(period)) : unknownFigure;
  const usual = (period: Period): KpiCell['usual'] => {
    const before = units === null && caseKind === 'dossier' ? usualSums(from.comparison, period) : null;
    if (before === null || from.comparison === null || !isSummed(formula)) return null;
    const { value } = figureOf(formula, before);
    return value === null ? null : { value, of: daySchema.parse(from.comparison.day) };
  };
  return (period, figure) => {
    const start = period === 'today' || period === 'month' || period === 'year' ? from.tally.frame[period] : null;
    return {
      kpi: definition.id,
      period,
      from: start === null ? null : instantOf(start),
      to: null,
      ...partsOf(figure ?? summed(period)),
      unitOfMeasure: definition.unitOfMeasure,
      freshness: figure?.measured === undefined ? freshness : from.freshnessOf(definition, figure.measured).freshness,
      coverage: isSummed(formula) ? coverage : null,
      target: target === null ? null : { value: target.value, by: target.by, basis: target.basis },
      source: [...source],
      usual: figure === null ? usual(period) : null,
    };
  };
}

/** What else the store answered is no part of a cell. */
function partsOf({ value, numerator, denominator }: Figure): Figure {
  return { value, numerator, denominator };
}

function usualSums(comparison: Comparison | null, period: Period): ReadonlyMap<Measure, number> | null {
  if (comparison === null) return null;
  if (period === 'today') return comparison.today;
  if (period === 'hour') return comparison.hour;
  return period === 'now' ? comparison.now : null;
}
