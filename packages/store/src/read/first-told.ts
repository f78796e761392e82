import { startOfDayMs } from '@flagtower/domain';

import type { Ledger } from '../ledger/ledgers.ts';
import type { Queryable } from '../ledger/queryable.ts';

/** Start of the first day of which any dossier was told, epoch milliseconds; `null`: none was. */
export async function readFirstTold(db: Queryable, ledger: Pick<Ledger, 'id' | 'zone'>): Promise<number | null> {
  const { rows } = await db.query<{ day: number | null }>(
    `select min((select min(b.bucket) from balances b where b.slice = s.id and b.level = 1)) as day
      from slices s where s.ledger_id = $1 and s.grain = 'total' and s.case_kind = 'dossier'`,
    [ledger.id],
  );
  const day = rows[0]?.day ?? null;
  return day === null ? null : startOfDayMs(day, ledger.zone);
}
