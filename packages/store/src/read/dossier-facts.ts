import type { City, Instant, Measure } from '@flagtower/contracts';
import { foldDossier, geographyOf, spokenUnit, type RuleBook, type SpokenUnit } from '@flagtower/domain';

import { readClaimsOf } from '../ledger/dossier-claims.ts';
import type { Ledger } from '../ledger/ledgers.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { instantOf } from './instant.ts';

/** A dated fact of one dossier as the ledger counts it, future ones included. */
export interface DossierFact extends SpokenUnit {
  readonly measure: Measure;
  readonly at: Instant;
  readonly delta: number;
  readonly handlingMs: number | null;
}

/** What the fold makes of everything that was told of a dossier by a commit, in order of time. */
export async function readDossierFacts(
  db: Queryable,
  { city, rules }: { readonly city: City; readonly rules: RuleBook },
  ledger: Pick<Ledger, 'id' | 'zone'>,
  id: string,
  knownSeq: number,
): Promise<DossierFact[]> {
  const claims = (await readClaimsOf(db, ledger.id, [id], knownSeq)).get(id) ?? [];
  const geography = geographyOf(city);
  return foldDossier(claims, rules.rules(ledger.zone))
    .facts.map(({ measure, at, delta, cell, handlingMs }) => ({
      measure,
      at,
      delta,
      ...spokenUnit(geography, cell.unit, at),
      handlingMs,
    }))
    .toSorted((a, b) => a.at - b.at)
    .map((fact) => ({ ...fact, at: instantOf(fact.at) }));
}
