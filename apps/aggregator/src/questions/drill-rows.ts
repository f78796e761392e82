import type { DrillFigure, DrillLevel, DrillRow, KpiAnswer, KpiValue, Unit } from '@flagtower/contracts';
import { unallocatedRow } from '@flagtower/domain';

const noneOf: DrillFigure = { value: 0, numerator: 0, denominator: null };

/**
 * Breakdowns of several figures as rows: one a group, with all figures of it. Of a group of which anything was told, a
 * count that nobody added to is 0; a share of nothing stays unknown.
 * @param counts ids of the figures that are counts
 */
export function rowsOf(
  answers: readonly KpiAnswer[],
  by: 'unit' | 'procedure' | 'channel',
  counts: ReadonlySet<string>,
): DrillRow[] {
  const rows = new Map<string, Record<string, DrillFigure>>();
  const none = Object.fromEntries(answers.flatMap(({ kpi }) => (counts.has(kpi) ? [[kpi, noneOf]] : [])));
  for (const { kpi, values } of answers) {
    for (const { key, value, numerator, denominator } of values) {
      const code = key[by] ?? '';
      rows.set(code, { ...(rows.get(code) ?? none), [kpi]: { value, numerator, denominator } });
    }
  }
  return [...rows].map(([code, figures]) => ({ code, figures }));
}

/**
 * The rows of units: every child of the day, also one of which nothing was told, then codes that the city does not know.
 * @param unit whose rows they are; what has nothing below it has no rows
 */
export function unitRows(
  unit: string,
  answers: readonly KpiAnswer[],
  { children, counts }: { readonly children: readonly Unit[]; readonly counts: ReadonlySet<string> },
): DrillLevel['units'] {
  const told = new Map(
    rowsOf(answers, 'unit', counts)
      .filter(({ code }) => code !== unit)
      .map((row) => [row.code, row]),
  );
  const rest = told.get(unallocatedRow) ?? null;
  const known = new Set([unallocatedRow, ...children.map(({ code }) => code)]);
  const rows = [
    ...children.map(({ code }) => told.get(code) ?? { code, figures: {} }),
    ...[...told.values()].filter(({ code }) => !known.has(code)),
  ];
  if (rows.length === 0) return null;
  const isEmpty = rest === null || Object.values(rest.figures).every(({ numerator }) => (numerator ?? 0) === 0);
  return {
    rows,
    rest: isEmpty ? null : rest,
    // Those of the first figure, which counts dossiers: of shares the parts do not add up.
    reasons: isEmpty ? [] : (answers[0]?.values.find(({ key }) => key['unit'] === unallocatedRow)?.reasons ?? []),
  };
}

export function figureOfValue(value: KpiValue | undefined): DrillFigure | null {
  return value === undefined
    ? null
    : { value: value.value, numerator: value.numerator, denominator: value.denominator };
}
