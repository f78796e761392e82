import type { CatalogueItem, Formula } from '@flagtower/contracts';
import {
  byCompetence,
  catalogueFigure,
  keyOfCode,
  localDay,
  placeIn,
  rowOf,
  unitsOn,
  type Figure,
} from '@flagtower/domain';

import { askedSpan } from './asked-span.ts';
import type { Asked } from './asked.ts';
import { readCatalogue } from './catalogue.ts';
import { readOnlineSenders, type OnlineSender } from './online-senders.ts';

type CatalogueFormula = Extract<Formula, { kind: 'catalogue' }>;

export interface CataloguePart {
  /** Code of a unit, or a level; `''`: procedures that do not say at which level they are handled. */
  readonly row: string;
  readonly figure: Figure;
}

/** A share of the catalogue for each unit right below the asked one, the lowest first, or for each level that handles procedures. */
export async function readCatalogueParts(
  asked: Asked,
  formula: CatalogueFormula,
  by: 'unit' | 'level',
): Promise<CataloguePart[]> {
  const { reading, query, knownSeq } = asked;
  const told = await readCatalogue(reading.db, { ledgerId: reading.ledger.id, source: query.source, knownSeq });
  const items = told.map(({ item }) => item);
  const senders = formula.statistic === 'online-with-dossier-share' ? await sendersOf(asked) : [];
  return by === 'unit' ? unitParts(asked, formula, { items, senders }) : levelParts(asked, formula, { items, senders });
}

interface Told {
  readonly items: readonly CatalogueItem[];
  readonly senders: readonly OnlineSender[];
}

function unitParts(asked: Asked, { statistic }: CatalogueFormula, { items, senders }: Told): CataloguePart[] {
  const { unit, reading, geography } = asked;
  if (unit === null) return [];
  const sent = new Map<string, Set<string>>();
  for (const { key, procedure } of senders) {
    const row = rowOf(unit, key)?.row;
    if (row !== undefined) add(sent, row, procedure);
  }
  const day = dayOf(asked);
  return unitsOn(reading.city, geography, unit.life.unit.code)
    .map(({ code, level }) => ({
      row: code,
      figure: catalogueFigure(items, { statistic, day, level, withOnlineDossier: sent.get(code) ?? none }),
    }))
    .toSorted((a, b) => (a.figure.value ?? Infinity) - (b.figure.value ?? Infinity) || (a.row < b.row ? -1 : 1));
}

function levelParts(asked: Asked, { statistic }: CatalogueFormula, { items, senders }: Told): CataloguePart[] {
  const sent = new Map<string, Set<string>>();
  for (const { key, procedure } of senders) {
    add(sent, '', procedure);
    const level = levelOfKey(asked, key);
    if (level !== null) add(sent, level, procedure);
  }
  const day = dayOf(asked);
  return [...byCompetence(items)].flatMap(([level, own]) => {
    const withOnlineDossier = sent.get(level ?? '') ?? none;
    const figure = catalogueFigure(own, { statistic, day, level: null, withOnlineDossier });
    // Of a level whose procedures are all out of force, or say nothing of what is asked, nothing is known.
    return figure.denominator === 0 ? [] : [{ row: level ?? '', figure }];
  });
}

const none: ReadonlySet<string> = new Set<string>();

function add(groups: Map<string, Set<string>>, name: string, procedure: string): void {
  const held = groups.get(name);
  if (held === undefined) groups.set(name, new Set([procedure]));
  else held.add(procedure);
}

/** `null`: of no unit that the city knows, so of no level. */
function levelOfKey({ unit, at }: Asked, key: string): string | null {
  if (unit === null) return null;
  const { geography } = unit;
  const placed = placeIn(geography, keyOfCode(geography, key, at), unit.at).key;
  return (geography.lives.get(key) ?? geography.lives.get(placed))?.unit.level ?? null;
}

async function sendersOf(asked: Asked): Promise<OnlineSender[]> {
  const { reading, definition, units, knownSeq } = asked;
  return await readOnlineSenders(reading.db, {
    ledgerId: reading.ledger.id,
    caseKind: definition.caseKind,
    units,
    span: askedSpan(asked),
    knownSeq,
  });
}

function dayOf({ at, reading }: Asked): string {
  return localDay(at, reading.ledger.zone);
}
