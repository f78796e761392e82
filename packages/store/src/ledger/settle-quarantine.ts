import type { RejectionReason } from '@flagtower/contracts';

import type { Queryable } from './queryable.ts';

/** A file or body of a source, by its content. */
export interface FileOfSource {
  readonly ledgerId: number;
  readonly sourceId: string;
  /** SHA-256, hexadecimal. */
  readonly fileHash: string;
}

/** The newest of what waits of a file before it is read again; `null`: nothing of it waits. */
export async function waitingOfFile(
  db: Queryable,
  { ledgerId, sourceId, fileHash }: FileOfSource,
): Promise<number | null> {
  const { rows } = await db.query<{ last: number | null }>(
    `select max(id)::float8 as last from quarantine where ledger_id = $1 and source_id = $2 and file_hash = $3 and replayed_at is null`,
    [ledgerId, sourceId, fileHash],
  );
  return rows[0]?.last ?? null;
}

/**
 * What an earlier reading of a file left in quarantine, up to `last`, waits no more: the file was read again, from its
 * beginning to its end, and what cannot be taken of it now was put there anew. `now`: epoch milliseconds.
 */
export async function settleFile(
  db: Queryable,
  { ledgerId, sourceId, fileHash }: FileOfSource,
  { last, now }: { readonly last: number; readonly now: number },
): Promise<void> {
  await db.query(
    `update quarantine set replayed_at = to_timestamp($5::float8 / 1000), settled = 'read-again'
      where ledger_id = $1 and source_id = $2 and file_hash = $3 and id <= $4 and replayed_at is null`,
    [ledgerId, sourceId, fileHash, last, now],
  );
}

/** Of a file that was taken back nothing waits. */
export async function settleImport(db: Queryable, importId: string, now: number): Promise<void> {
  await db.query(
    `update quarantine q set replayed_at = to_timestamp($2::float8 / 1000), settled = 'retracted' from imports i
      where i.id = $1 and q.ledger_id = i.ledger_id and q.source_id = i.source_id and q.file_hash = i.file_hash and q.import_id = i.id and q.replayed_at is null`,
    [importId, now],
  );
}

export interface Closing {
  readonly ledgerId: number;
  readonly source: string;
  /** Only what was refused for this. */
  readonly reason: RejectionReason;
  /** The account's id. */
  readonly by: string;
  readonly now: number;
}

/** A person says of what waits that it will not come again, or came another way. @returns how many */
export async function closeQuarantine(db: Queryable, { ledgerId, source, reason, by, now }: Closing): Promise<number> {
  const { rowCount } = await db.query(
    `update quarantine set replayed_at = to_timestamp($5::float8 / 1000), settled = 'closed', closed_by = $4
      where ledger_id = $1 and source_id = $2 and reason = $3 and replayed_at is null`,
    [ledgerId, source, reason, by, now],
  );
  return rowCount ?? 0;
}
