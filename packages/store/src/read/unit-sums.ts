import type { KpiValue, Measure, UnallocatedReason } from '@flagtower/contracts';
import { figureOf, rowOf, unallocatedRow, type AskedUnit, type Figure } from '@flagtower/domain';

import type { SumsByGroup } from './sums.ts';

type SummedFormula = Parameters<typeof figureOf>[0];

export interface UnitFigure {
  readonly row: string;
  readonly figure: Figure;
  /** Only of the row `unallocated`. */
  readonly reasons?: NonNullable<KpiValue['reasons']>;
}

/**
 * Sums by key of the ledger as rows of the units below an asked one, codes of nobody's and `unallocated`; a row of which
 * nobody told is absent, and so is `unallocated` where everything in it cancels.
 */
export function unitFigures(asked: AskedUnit, formula: SummedFormula, byKey: SumsByGroup): UnitFigure[] {
  const rows = new Map<string, Map<Measure, number>>();
  const reasons = new Map<UnallocatedReason, Map<Measure, number>>();
  for (const [key, sums] of byKey) {
    const place = rowOf(asked, key);
    if (place === null) continue;
    add(rows, place.row, sums);
    if (place.reason !== null) add(reasons, place.reason, sums);
  }
  return [...rows]
    .toSorted(([a], [b]) => Number(a === unallocatedRow) - Number(b === unallocatedRow) || (a < b ? -1 : 1))
    .filter(([row, sums]) => row !== unallocatedRow || sums.values().some((sum) => sum !== 0))
    .map(([row, sums]) => ({
      row,
      figure: figureOf(formula, sums),
      ...(row === unallocatedRow ? { reasons: reasonsOf(formula, reasons) } : {}),
    }));
}

function reasonsOf(
  formula: SummedFormula,
  reasons: ReadonlyMap<UnallocatedReason, ReadonlyMap<Measure, number>>,
): NonNullable<KpiValue['reasons']> {
  return [...reasons]
    .filter(([, sums]) => sums.values().some((sum) => sum !== 0))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, sums]) => ({ reason, value: figureOf(formula, sums).value }));
}

function add<Name>(groups: Map<Name, Map<Measure, number>>, name: Name, sums: ReadonlyMap<Measure, number>): void {
  const held = groups.get(name) ?? new Map<Measure, number>();
  groups.set(name, held);
  for (const [measure, sum] of sums) held.set(measure, (held.get(measure) ?? 0) + sum);
}
