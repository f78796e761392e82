import type { KpiValue } from '@flagtower/contracts';
import { figureOf, isSummed, measuresOf, unknownFigure } from '@flagtower/domain';

import { askedSpan, isSeries, periodOf } from './asked-span.ts';
import type { Asked } from './asked.ts';
import { countedBy } from './counted-by.ts';
import { keyOf, valueOf } from './kpi-value.ts';
import { cumulated } from './stock-series.ts';
import { unitFigures } from './unit-sums.ts';

/** Figures that are formulas over sums of entries, altogether or by a breakdown; a stock by time is cumulated. */
export async function summedValues(asked: Asked): Promise<KpiValue[]> {
  const { definition, query } = asked;
  const { formula } = definition;
  if (!isSummed(formula)) return [];
  const asStock = formula.kind === 'state' && isSeries(query.by);
  const span = askedSpan(asked);
  const question = {
    ledger: asked.reading.ledger,
    caseKind: definition.caseKind,
    source: query.source,
    units: asked.units,
    procedures: query.procedures ?? null,
    measures: measuresOf(formula),
    span,
    at: asked.at,
    knownSeq: asked.knownSeq,
    lastSeq: asked.lastSeq,
    by: countedBy(query),
  };
  const sums = asStock
    ? await cumulated((each) => asked.shared.sums(asked.reading.db, each), question, {
        ...periodOf(query),
        at: asked.at,
      })
    : await asked.shared.sums(asked.reading.db, question);
  if (query.by === null)
    return [
      valueOf(
        asked,
        {},
        asked.units !== null && !asked.told.unitsKnown ? unknownFigure : figureOf(formula, sums.get('') ?? new Map()),
      ),
    ];
  if (query.by === 'unit' && asked.unit !== null)
    return unitFigures(asked.unit, formula, sums).map(({ row, figure, reasons }) => ({
      ...valueOf(asked, { unit: row }, figure),
      ...(reasons === undefined ? {} : { reasons }),
    }));
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, ofGroup]) => valueOf(asked, keyOf(asked, group), figureOf(formula, ofGroup)));
}
