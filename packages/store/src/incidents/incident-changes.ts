import type { Queryable } from '../ledger/queryable.ts';

/**
 * A word that changes whenever deeds or kept values do; notices come and go with the ledger's commits. Cheap to ask at every tick.
 */
export async function incidentChanges(db: Queryable, ledgerId: number): Promise<string> {
  const { rows } = await db.query<{ word: string }>(
    `select concat_ws('/', (select max(booked_seq) from threshold_readings where ledger_id = $1), (select max(seq) from incident_deeds where ledger_id = $1), (select max(retracted_seq) from imports where ledger_id = $1)) as word`,
    [ledgerId],
  );
  return rows[0]?.word ?? '';
}
