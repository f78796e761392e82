import type { Account } from '@flagtower/contracts';

import type { Queryable } from '../ledger/queryable.ts';
import { accountColumns, accountOfRow } from './accounts.ts';

/** How long a session lives, in milliseconds: without a request, and at the most. */
export interface SessionLife {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** A request moves `seen_at` on no more often than this: a page that asks every second must not write every second. */
const seenStepMs = 60_000;

export async function addSession(db: Queryable, tokenHash: Buffer, accountId: string, now: number): Promise<void> {
  await db.query(
    `insert into sessions (token_hash, account_id, created_at, seen_at) values ($1, $2, to_timestamp($3::float8 / 1000), to_timestamp($3::float8 / 1000))`,
    [tokenHash, accountId, now],
  );
}

/** @returns `null` where there is no such session, it has run out, or its account is locked */
export async function accountOfSession(
  db: Queryable,
  tokenHash: Buffer,
  { idleMs, absoluteMs }: SessionLife,
  now: number,
): Promise<Account | null> {
  const { rows } = await db.query<{ lastSeen: number }>(
    `select ${accountColumns}, (extract(epoch from own.seen_at) * 1000)::float8 as "lastSeen"
      from sessions own join accounts a on a.id = own.account_id
      where own.token_hash = $1 and a.locked_at is null
        and own.seen_at > to_timestamp(($2::float8 - $3) / 1000) and own.created_at > to_timestamp(($2::float8 - $4) / 1000)`,
    [tokenHash, now, idleMs, absoluteMs],
  );
  if (rows[0] === undefined) return null;
  if (now - rows[0].lastSeen >= seenStepMs)
    await db.query(`update sessions set seen_at = to_timestamp($2::float8 / 1000) where token_hash = $1`, [
      tokenHash,
      now,
    ]);
  return accountOfRow(rows[0]);
}

export async function endSession(db: Queryable, tokenHash: Buffer): Promise<void> {
  await db.query('delete from sessions where token_hash = $1', [tokenHash]);
}

/** Forgets sessions that have run out; they let nobody in any more. */
export async function dropEndedSessions(
  db: Queryable,
  { idleMs, absoluteMs }: SessionLife,
  now: number,
): Promise<void> {
  await db.query(
    `delete from sessions where seen_at <= to_timestamp(($1::float8 - $2) / 1000) or created_at <= to_timestamp(($1::float8 - $3) / 1000)`,
    [now, idleMs, absoluteMs],
  );
}
