import type { Formula, UnitLevel } from '@flagtower/contracts';
import { catalogueFigure, isValidOn, localDay, type Figure } from '@flagtower/domain';

import { askedSpan } from './asked-span.ts';
import type { Asked } from './asked.ts';
import { readCatalogue } from './catalogue.ts';

/** A share of the catalogue, at the day of `at`; of a unit the procedures that its level handles. */
export async function readCatalogueFigure(
  asked: Asked,
  formula: Extract<Formula, { kind: 'catalogue' }>,
): Promise<Figure> {
  const { reading, query, knownSeq, at } = asked;
  const told = await readCatalogue(reading.db, { ledgerId: reading.ledger.id, source: query.source, knownSeq });
  return catalogueFigure(
    told.map(({ item }) => item),
    {
      statistic: formula.statistic,
      day: localDay(at, reading.ledger.zone),
      level: levelOf(asked),
      withOnlineDossier:
        formula.statistic === 'online-with-dossier-share' ? await sentOnline(asked) : new Set<string>(),
    },
  );
}

/** `null` for the city, whose catalogue is everybody's. */
function levelOf({ query, reading: { city }, geography }: Asked): UnitLevel | null {
  if (query.unit === null || query.unit === city.root) return null;
  return city.units.find((unit) => unit.code === query.unit && isValidOn(unit, geography))?.level ?? null;
}

async function sentOnline(asked: Asked): Promise<ReadonlySet<string>> {
  const { reading, shared, definition } = asked;
  const sums = await shared.sums(reading.db, {
    ledger: reading.ledger,
    caseKind: definition.caseKind,
    // Whoever keeps the catalogue need not be who tells of the dossiers.
    source: null,
    units: asked.units,
    measures: ['received-online'],
    span: askedSpan(asked),
    at: asked.at,
    knownSeq: asked.knownSeq,
    lastSeq: asked.lastSeq,
    by: 'procedure',
  });
  return new Set([...sums].flatMap(([code, sum]) => ((sum.get('received-online') ?? 0) > 0 ? [code] : [])));
}
