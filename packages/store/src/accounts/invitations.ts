import { randomUUID } from 'node:crypto';

import { FlagtowerError, invitationSchema, type Account, type Invitation, type Role } from '@flagtower/contracts';
import type { Pool } from 'pg';
import { z } from 'zod';

import type { Queryable } from '../ledger/queryable.ts';
import { instantOf } from '../read/instant.ts';
import { accountColumns, accountOfRow, changingAccounts, hasAdmin } from './accounts.ts';

export interface NewInvitation {
  readonly tokenHash: Buffer;
  readonly kind: Invitation['kind'];
  readonly role: Role;
  readonly accountId: string | null;
  readonly createdBy: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly expiresAt: number;
}

export async function addInvitation(db: Queryable, invitation: NewInvitation): Promise<void> {
  const { tokenHash, kind, role, accountId, createdBy, now, expiresAt } = invitation;
  await db.query(
    `insert into invitations (token_hash, kind, role, account_id, created_by, created_at, expires_at)
      values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), to_timestamp($7::float8 / 1000))`,
    [tokenHash, kind, role, accountId, createdBy, now, expiresAt],
  );
}

/** @returns `null` where the link is unknown, used, run out or overtaken: which of them is nobody's business */
export async function readInvitation(db: Queryable, tokenHash: Buffer, now: number): Promise<Invitation | null> {
  return (await openInvitation(db, tokenHash, now))?.invitation ?? null;
}

const rowSchema = z.object({
  kind: z.string(),
  role: z.string(),
  name: z.string().nullable(),
  displayName: z.string().nullable(),
  accountId: z.string().nullable(),
  expiresAt: z.number(),
});

async function openInvitation(
  db: Queryable,
  tokenHash: Buffer,
  now: number,
): Promise<{ readonly invitation: Invitation; readonly accountId: string | null } | null> {
  const { rows } = await db.query(
    `select i.kind, coalesce(a.role, i.role) as role, a.name, a.display_name as "displayName", i.account_id as "accountId", (extract(epoch from i.expires_at) * 1000)::float8 as "expiresAt"
      from invitations i left join accounts a on a.id = i.account_id
      where i.token_hash = $1 and i.used_at is null and i.expires_at > to_timestamp($2::float8 / 1000) and a.locked_at is null`,
    [tokenHash, now],
  );
  if (rows[0] === undefined) return null;
  const { expiresAt, accountId, ...rest } = rowSchema.parse(rows[0]);
  // Every start without an administrator makes a link; the first one that is used ends the others.
  if (rest.kind === 'first-admin' && (await hasAdmin(db))) return null;
  return { invitation: invitationSchema.parse({ ...rest, expiresAt: instantOf(expiresAt) }), accountId };
}

export interface Acceptance {
  readonly tokenHash: Buffer;
  readonly name: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly now: number;
}

/**
 * Uses a link: makes its account, or gives an account its new password and signs it out everywhere.
 * @throws FlagtowerError `NOT_FOUND` for a link that is not open, `CONFLICT` for a name that is taken
 */
export async function acceptInvitation(pool: Pool, acceptance: Acceptance): Promise<Account> {
  return await changingAccounts(pool, async (db) => {
    const open = await openInvitation(db, acceptance.tokenHash, acceptance.now);
    if (open === null) throw linkIsClosed();
    await db.query(`update invitations set used_at = to_timestamp($2::float8 / 1000) where token_hash = $1`, [
      acceptance.tokenHash,
      acceptance.now,
    ]);
    return open.accountId === null
      ? await addAccount(db, open.invitation.role, acceptance)
      : await renewPassword(db, open.accountId, acceptance.passwordHash);
  });
}

export function linkIsClosed(): FlagtowerError {
  return new FlagtowerError('NOT_FOUND', 'this link is not valid, or not any more', {
    place: 'token',
    remedy: 'ask an administrator for a new one',
  });
}

async function addAccount(
  db: Queryable,
  role: Role,
  { name, displayName, passwordHash, now }: Acceptance,
): Promise<Account> {
  const { rows } = await db.query(
    `insert into accounts as a (id, name, display_name, role, password_hash, created_at) values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))
      on conflict (name) do nothing returning ${accountColumns}`,
    [randomUUID(), name, displayName, role, passwordHash, now],
  );
  if (rows[0] === undefined)
    throw new FlagtowerError('CONFLICT', 'this name is taken', { place: 'name', remedy: 'choose another one' });
  return accountOfRow(rows[0]);
}

async function renewPassword(db: Queryable, accountId: string, passwordHash: string): Promise<Account> {
  await db.query('delete from sessions where account_id = $1', [accountId]);
  const { rows } = await db.query(
    `update accounts a set password_hash = $2 where id = $1 returning ${accountColumns}`,
    [accountId, passwordHash],
  );
  return accountOfRow(rows[0]);
}
