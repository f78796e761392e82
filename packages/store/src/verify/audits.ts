import type { Instant } from '@flagtower/contracts';

import type { Queryable } from '../ledger/queryable.ts';
import { instantOf } from '../read/instant.ts';

export interface Audit {
  readonly at: Instant;
  /** Share of the dossiers that were folded anew, in [0, 1]; balances are always compared whole. */
  readonly coverage: number;
  readonly differences: number;
}

export async function recordAudit(
  db: Queryable,
  ledgerId: number,
  audit: { readonly at: number; readonly seq: number; readonly coverage: number; readonly differences: number },
): Promise<void> {
  await db.query(
    `insert into audits (ledger_id, at, seq, coverage, differences) values ($1, to_timestamp($2::float8 / 1000), $3, $4, $5)`,
    [ledgerId, audit.at, audit.seq, String(audit.coverage), audit.differences],
  );
}

/** @returns `null` before the first self-audit */
export async function readLastAudit(db: Queryable, ledgerId: number): Promise<Audit | null> {
  return await readAuditBefore(db, ledgerId, null);
}

/** The last self-audit at or before a moment of the service's clock, epoch milliseconds; `null`: of all. */
export async function readAuditBefore(db: Queryable, ledgerId: number, moment: number | null): Promise<Audit | null> {
  const { rows } = await db.query<{ at: number; coverage: string; differences: number }>(
    `select (extract(epoch from at) * 1000)::float8 as at, coverage, differences from audits
      where ledger_id = $1 and ($2::float8 is null or at <= to_timestamp($2::float8 / 1000)) order by id desc limit 1`,
    [ledgerId, moment],
  );
  return rows[0] === undefined
    ? null
    : { at: instantOf(rows[0].at), coverage: Number(rows[0].coverage), differences: rows[0].differences };
}
