import { caseKindSchema } from '@flagtower/contracts';
import type { PoolClient } from 'pg';

import type { Head } from './book-dossiers.ts';
import { readClaims } from './claim-codec.ts';

/** Heads of some dossiers as they are held, ready to be folded anew. */
export async function readWholeHeads(
  client: PoolClient,
  ledgerId: number,
  dossiers: readonly string[],
): Promise<Omit<Head, 'after' | 'seq'>[]> {
  const { rows } = await client.query<{
    dossier: string;
    namespace: string;
    code: string;
    caseKind: string;
    claims: unknown;
    foldVersion: number;
  }>(
    `select dossier, namespace, code, case_kind as "caseKind", claims, fold_version as "foldVersion" from heads where ledger_id = $1 and dossier = any($2::uuid[]) order by dossier`,
    [ledgerId, dossiers],
  );
  return rows.map(({ caseKind, claims, ...head }) => ({
    ...head,
    caseKind: caseKindSchema.parse(caseKind),
    before: readClaims(claims),
  }));
}
