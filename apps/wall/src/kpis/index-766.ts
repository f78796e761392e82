import type { KpiCell } from '@flagtower/contracts';

import { knownOf } from '../cells/cell.ts';
import type { KpiCells } from '../cells/use-cells.ts';

/**
 * Item 2.1 of Decision 766: (handled at or before due + open within due) / (handled + open), dossiers with a due moment
 * only. Made here of figures of one cut, over all that was ever received: over a shorter period the open ones would have to
 * be those received in it, which no sum of this cut tells. Its freshness is that of the open dossiers.
 * @returns `null` while one of its parts is not known
 */
export function index766(kpis: Pick<KpiCells, 'cell'>): KpiCell | null {
  const handled = knownOf(kpis.cell('dossiers.on-time-rate.handled', 'all'));
  const open = knownOf(kpis.cell('dossiers.open', 'now'));
  const overdue = knownOf(kpis.cell('dossiers.overdue', 'now'))?.value ?? null;
  const withoutDue = knownOf(kpis.cell('dossiers.open-no-due', 'now'))?.value ?? null;
  if (handled === null || open === null || open.value === null || overdue === null || withoutDue === null) return null;
  if (handled.numerator === null || handled.denominator === null) return null;
  const openWithDue = open.value - withoutDue;
  const numerator = handled.numerator + openWithDue - overdue;
  const denominator = handled.denominator + openWithDue;
  return {
    ...handled,
    kpi: 'dossiers.on-time-rate.index',
    value: denominator === 0 ? null : numerator / denominator,
    numerator,
    denominator,
    freshness: open.freshness,
    target: null,
    usual: null,
  };
}
