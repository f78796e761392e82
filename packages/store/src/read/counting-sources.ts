import { caseKindSchema, type CaseKind } from '@flagtower/contracts';

import type { Queryable } from '../ledger/queryable.ts';

/** Sources whose dossiers, field reports … are counted in a ledger: what the freshness of those figures rests on. */
export async function readCountingSources(db: Queryable, ledgerId: number): Promise<Map<CaseKind, string[]>> {
  const { rows } = await db.query<{ caseKind: string; source: string }>(
    `select distinct case_kind as "caseKind", source_id as source from slices where ledger_id = $1 and grain = 'total' order by 1, 2`,
    [ledgerId],
  );
  const sources = new Map<CaseKind, string[]>();
  for (const { caseKind, source } of rows) {
    const kind = caseKindSchema.parse(caseKind);
    sources.set(kind, [...(sources.get(kind) ?? []), source]);
  }
  return sources;
}
