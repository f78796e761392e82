import { takenDossierEventSchema } from '@flagtower/contracts';
import type { Claim } from '@flagtower/domain';

import { claimOf } from './claim-codec.ts';
import type { Queryable } from './queryable.ts';

/**
 * Everything that was told of some dossiers by a commit and not retracted by then, from the records themselves: what a
 * head must agree with.
 */
export async function readClaimsOf(
  db: Queryable,
  ledgerId: number,
  dossiers: readonly string[],
  knownSeq: number,
): Promise<Map<string, Claim[]>> {
  const { rows } = await db.query<{ dossier: string; source: string; rank: number; hash: string; payload: unknown }>(
    `select r.dossier, r.source_id as source, s.rank, r.hash, r.payload from records r join sources s on s.ledger_id = r.ledger_id and s.id = r.source_id
      where r.ledger_id = $1 and r.dossier = any($2::uuid[]) and r.seq <= $3 and (r.retracted_seq is null or r.retracted_seq > $3) order by r.seq`,
    [ledgerId, dossiers, knownSeq],
  );
  const claims = new Map<string, Claim[]>();
  for (const { dossier, source, rank, hash, payload } of rows) {
    const of = claims.get(dossier) ?? [];
    of.push(claimOf(takenDossierEventSchema.parse(payload), { source, rank, hash }));
    claims.set(dossier, of);
  }
  return claims;
}
