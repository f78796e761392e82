import { FlagtowerError, type Formula, type Measure } from '@flagtower/contracts';
import {
  backlogFigure,
  backlogSpan,
  backlogWorkingDays,
  workingDaysOf,
  type Figure,
  type Span,
} from '@flagtower/domain';

import type { Asked } from './asked.ts';
import { countedBy } from './counted-by.ts';
import type { SumsByGroup } from './sums.ts';
import { unitFigures } from './unit-sums.ts';

/** The backlog of the asked unit, or of each of its children. */
export async function readBacklogFigures(
  asked: Asked,
  { days }: Extract<Formula, { kind: 'backlog-days' }>,
): Promise<(Figure & { readonly key: Record<string, string> })[]> {
  const { query, at, reading, unit } = asked;
  if (query.by !== null && (query.by !== 'unit' || unit === null))
    throw new FlagtowerError('BAD_REQUEST', `${query.kpi} has no breakdown by ${query.by}`);
  const { zone } = reading.ledger;
  const open = await sumsOf(asked, 'open', { from: null, to: at + 1 });
  const handled = await sumsOf(asked, 'handled', backlogSpan(at, days, zone));
  const workingDays = backlogWorkingDays(workingDaysOf(reading.city.calendar), at, days, zone);
  if (query.by === null || unit === null) {
    const [stock, flow] = [sumIn(open, 'open'), sumIn(handled, 'handled')];
    return [{ key: {}, ...backlogFigure(stock, flow, workingDays) }];
  }
  const pace = new Map(rowsOf(asked, handled, 'handled').map(({ row, figure }) => [row, figure.value ?? 0]));
  return rowsOf(asked, open, 'open').map(({ row, figure }) => ({
    key: { unit: row },
    ...backlogFigure(figure.value ?? 0, pace.get(row) ?? 0, workingDays),
  }));
}

function rowsOf({ unit }: Asked, sums: SumsByGroup, measure: 'open' | 'handled'): ReturnType<typeof unitFigures> {
  if (unit === null) return [];
  const kind = measure === 'open' ? ('state' as const) : ('flow' as const);
  return unitFigures(unit, { kind, terms: [{ measure, sign: 1 }] }, sums);
}

function sumIn(sums: SumsByGroup, measure: Measure): number {
  return sums.get('')?.get(measure) ?? 0;
}

async function sumsOf(asked: Asked, measure: Measure, span: Span): Promise<SumsByGroup> {
  const { reading, definition, query, at, knownSeq, lastSeq, units, shared } = asked;
  return await shared.sums(reading.db, {
    ledger: reading.ledger,
    caseKind: definition.caseKind,
    source: query.source,
    units,
    procedures: query.procedures ?? null,
    measures: [measure],
    span,
    at,
    knownSeq,
    lastSeq,
    by: countedBy(query),
  });
}
