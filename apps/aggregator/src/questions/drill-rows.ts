import type { City, DrillFigure, DrillRow, KpiAnswer, KpiValue, Unit } from '@flagtower/contracts';

/** Breakdowns of several figures as rows: one a group, with all figures of it. */
export function rowsOf(answers: readonly KpiAnswer[], by: 'unit' | 'procedure' | 'channel'): DrillRow[] {
  const rows = new Map<string, Record<string, DrillFigure>>();
  for (const { kpi, values } of answers) {
    for (const { key, value, numerator, denominator } of values) {
      const code = key[by] ?? '';
      rows.set(code, { ...rows.get(code), [kpi]: { value, numerator, denominator } });
    }
  }
  return [...rows].map(([code, figures]) => ({ code, figures }));
}

/** The unit's children of a day, with what belongs below them, and what belongs to none of them. */
export function childRows(
  city: City,
  rows: readonly DrillRow[],
  children: readonly Unit[],
): { rows: DrillRow[]; rest: DrillRow | null } {
  const codes = new Set(children.map(({ code }) => code));
  const parents = new Map(city.units.map(({ code, parent }) => [code, parent]));
  const childOf = (code: string): string | null => {
    for (let at: string | null | undefined = code; at !== null && at !== undefined; at = parents.get(at))
      if (codes.has(at)) return at;
    return null;
  };
  const grouped = Map.groupBy(rows, ({ code }) => childOf(code));
  const below = (code: string): DrillRow => summed(code, grouped.get(code) ?? []);
  const rest = grouped.get(null);
  return {
    rows: children.map(({ code }) => below(code)),
    rest: rest === undefined || rest.every(isNothing) ? null : summed('', rest),
  };
}

function isNothing({ figures }: DrillRow): boolean {
  return Object.values(figures).every(({ numerator }) => numerator === 0);
}

/** Sums add up; a share is the sum of its parts over the sum of its wholes. */
function summed(code: string, rows: readonly DrillRow[]): DrillRow {
  const figures: Record<string, DrillFigure> = {};
  for (const row of rows) {
    for (const [kpi, figure] of Object.entries(row.figures)) {
      const held = figures[kpi];
      figures[kpi] = held === undefined ? figure : plus(held, figure);
    }
  }
  return { code, figures };
}

function plus(a: DrillFigure, b: DrillFigure): DrillFigure {
  const numerator = sumOf(a.numerator, b.numerator);
  const denominator = sumOf(a.denominator, b.denominator);
  if (denominator === null) return { value: numerator, numerator, denominator };
  return { value: denominator === 0 ? null : (numerator ?? 0) / denominator, numerator, denominator };
}

function sumOf(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0);
}

export function figureOfValue(value: KpiValue | undefined): DrillFigure | null {
  return value === undefined
    ? null
    : { value: value.value, numerator: value.numerator, denominator: value.denominator };
}
