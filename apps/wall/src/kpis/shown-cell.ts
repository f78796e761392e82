import type { KpiCell, KpiDefinition, Period } from '@flagtower/contracts';
import { isConductCount } from '@flagtower/domain';

import { knownOf, type Cell } from '../cells/cell.ts';
import type { KpiCells } from '../cells/use-cells.ts';

const ofNow: readonly Period[] = ['now', 'today', 'month'];
const ofToday: readonly Period[] = ['today', 'now', 'month'];

/**
 * The cell that a center's page shows of a figure: states as they are now, flows of today, and of what is told for other
 * periods only, the nearest one that has a value.
 */
export function shownCell(
  { id, formula }: Pick<KpiDefinition, 'id' | 'formula'>,
  { cell }: Pick<KpiCells, 'cell'>,
): { readonly period: Period; readonly cell: Cell<KpiCell> } {
  const periods = isState(formula) ? ofNow : ofToday;
  const cells = periods.map((period) => ({ period, cell: cell(id, period) }));
  const absent = { period: periods[0] ?? 'today', cell: { kind: 'absent' } as const };
  return (
    cells.find((one) => (knownOf(one.cell)?.value ?? null) !== null) ??
    cells.find((one) => one.cell.kind !== 'absent') ??
    absent
  );
}

function isState(formula: KpiDefinition['formula']): boolean {
  if (formula.kind === 'observation') return formula.statistic.startsWith('latest');
  if (formula.kind === 'conduct') return !isConductCount(formula);
  if (formula.kind === 'notices') return formula.statistic === undefined;
  return formula.kind === 'state' || formula.kind === 'backlog-days';
}
