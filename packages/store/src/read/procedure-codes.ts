import type { Queryable } from '../ledger/queryable.ts';

/** Every procedure that a dossier of the ledger was ever counted under; `''` where one was told without. */
export async function readProcedureCodes(db: Queryable, ledgerId: number): Promise<string[]> {
  const { rows } = await db.query<{ procedure: string }>(
    `select distinct procedure from slices where ledger_id = $1 and grain = 'procedure' and case_kind = 'dossier' order by 1`,
    [ledgerId],
  );
  return rows.map(({ procedure }) => procedure);
}
