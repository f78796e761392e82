import type { Formula, KpiDefinition } from '@flagtower/contracts';
import { coveredCommunes, type AskedUnit } from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';
import { sourcesOf } from '../ledger/sources.ts';
import { readCatalogue } from './catalogue.ts';
import { declaredTellers } from './notice-tellers.ts';

/** Who has told anything that a figure could rest on. Nobody: the figure is not known, which is not 0. */
export interface Told {
  readonly sources: readonly string[];
  /** Something was ever told of the units asked for. */
  readonly unitsKnown: boolean;
  /** Every key of the ledger that something was told under. */
  readonly units: ReadonlySet<string>;
  coverageOf: (unit: AskedUnit) => { have: number; of: number } | null;
}

export interface ToldQuestion {
  readonly ledgerId: number;
  readonly definition: KpiDefinition;
  readonly source: string | null;
  readonly units: readonly string[] | null;
  readonly knownSeq: number;
}

export async function readTold(db: Queryable, question: ToldQuestion): Promise<Told> {
  const { formula } = question.definition;
  if (formula.kind === 'observation') return noUnits(await sourcesOfFeed(db, question, formula.feed));
  if (formula.kind === 'notices') return noUnits(await sourcesOfNotices(db, question, formula));
  if (formula.kind === 'catalogue') return noUnits(await sourcesOfCatalogue(db, question));
  if (formula.kind === 'conduct') return noUnits(await sourcesDeclared(db, question));
  // Statements have their own way (`stated-figures.ts`); only a unit of the city can have made one.
  if (formula.kind === 'stated') return { ...noUnits([]), unitsKnown: false };
  const { rows } = await db.query<{ source: string; units: string[] }>(
    `select source_id as source, array_agg(distinct unit) as units from slices s
      where ledger_id = $1 and grain = 'unit' and case_kind = $2 and ($3::text is null or source_id = $3)
        and exists (select from commits c where c.ledger_id = $1 and c.source_id = s.source_id and c.last_seq <= $4)
      group by source_id order by source_id`,
    [question.ledgerId, question.definition.caseKind, question.source, question.knownSeq],
  );
  const units = new Set(rows.flatMap((row) => row.units));
  const covered = new Map<AskedUnit, ReturnType<Told['coverageOf']>>();
  return {
    sources: rows.map(({ source }) => source),
    unitsKnown: question.units === null || question.units.some((unit) => units.has(unit)),
    units,
    // Every value of a series asks the same.
    coverageOf: (unit) => {
      const held = covered.has(unit) ? (covered.get(unit) ?? null) : coveredCommunes(unit, units);
      covered.set(unit, held);
      return held;
    },
  };
}

function noUnits(sources: readonly string[]): Told {
  return { sources, unitsKnown: true, units: new Set(), coverageOf: () => null };
}

async function sourcesOfFeed(
  db: Queryable,
  { ledgerId, source, knownSeq }: ToldQuestion,
  feed: string,
): Promise<string[]> {
  const { rows } = await db.query<{ source: string }>(
    `select distinct source_id as source from latest_values l where ledger_id = $1 and feed = $2 and ($3::text is null or source_id = $3)
      and exists (select from commits c where c.ledger_id = $1 and c.source_id = l.source_id and c.last_seq <= $4) order by 1`,
    [ledgerId, feed, source, knownSeq],
  );
  return rows.map((row) => row.source);
}

async function sourcesDeclared(db: Queryable, { ledgerId, source }: ToldQuestion): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from sources where ledger_id = $1 and ($2::text is null or id = $2) order by id`,
    [ledgerId, source],
  );
  return rows.map(({ id }) => id);
}

async function sourcesOfCatalogue(db: Queryable, { ledgerId, source, knownSeq }: ToldQuestion): Promise<string[]> {
  return [...new Set((await readCatalogue(db, { ledgerId, source, knownSeq })).map((told) => told.source))];
}

/** Those that told one, and those that declared that they would: no notice is news too. */
async function sourcesOfNotices(
  db: Queryable,
  { ledgerId, source, knownSeq }: ToldQuestion,
  formula: Extract<Formula, { kind: 'notices' }>,
): Promise<string[]> {
  const { rows } = await db.query<{ source: string }>(
    `select distinct source_id as source from notice_tellers where ledger_id = $1 and ($2::text is null or source_id = $2) and first_seq <= $3
      and ($4::text is null or notice_type = $4)`,
    [ledgerId, source, knownSeq, formula.noticeType ?? null],
  );
  const declared = declaredTellers(await sourcesOf(db, ledgerId), formula);
  const asked = declared.filter((id) => source === null || id === source);
  return [...new Set([...rows.map((row) => row.source), ...asked])].toSorted();
}
