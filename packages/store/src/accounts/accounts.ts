import { accountSchema, FlagtowerError, type Account, type Role } from '@flagtower/contracts';
import type { Pool } from 'pg';
import { z } from 'zod';

import type { Queryable } from '../ledger/queryable.ts';
import { inTransaction } from '../ledger/transaction.ts';
import { instantOf } from '../read/instant.ts';

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  role: z.string(),
  locked: z.boolean(),
  createdAt: z.number(),
  seenAt: z.number().nullable(),
});

export const accountColumns = `a.id, a.name, a.display_name as "displayName", a.role, a.locked_at is not null as locked,
  (extract(epoch from a.created_at) * 1000)::float8 as "createdAt",
  (select (extract(epoch from max(s.seen_at)) * 1000)::float8 from sessions s where s.account_id = a.id) as "seenAt"`;

export function accountOfRow(row: unknown): Account {
  const { createdAt, seenAt, ...rest } = rowSchema.parse(row);
  return accountSchema.parse({
    ...rest,
    createdAt: instantOf(createdAt),
    seenAt: seenAt === null ? null : instantOf(seenAt),
  });
}

export async function readAccounts(db: Queryable): Promise<Account[]> {
  const { rows } = await db.query(`select ${accountColumns} from accounts a order by a.name`);
  return rows.map(accountOfRow);
}

/** @returns `null`: there is none of this name */
export async function accountNamed(
  db: Queryable,
  name: string,
): Promise<{ readonly account: Account; readonly passwordHash: string } | null> {
  const { rows } = await db.query<{ passwordHash: string }>(
    `select ${accountColumns}, a.password_hash as "passwordHash" from accounts a where a.name = $1`,
    [name],
  );
  return rows[0] === undefined ? null : { account: accountOfRow(rows[0]), passwordHash: rows[0].passwordHash };
}

/** Any number will do, as long as every version uses it. */
const accountsLock = 4_711_004;

/** Changes of accounts wait for each other: two administrators must not lock each other out at the same moment. */
export async function changingAccounts<Result>(pool: Pool, work: (db: Queryable) => Promise<Result>): Promise<Result> {
  return await inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [accountsLock]);
    return await work(client);
  });
}

export async function hasAdmin(db: Queryable): Promise<boolean> {
  const { rows } = await db.query(`select 1 from accounts where role = 'admin' and locked_at is null limit 1`);
  return rows.length > 0;
}

/**
 * Gives an account another role, locks it, or opens it again. Who is locked is signed out everywhere.
 * @param change `undefined` leaves as it is
 * @throws FlagtowerError `NOT_FOUND`, and `CONFLICT` where nobody would be left who may administer
 */
export async function changeAccount(
  pool: Pool,
  id: string,
  change: { readonly role?: Role | undefined; readonly locked?: boolean | undefined },
  now: number,
): Promise<Account> {
  return await changingAccounts(pool, async (db) => {
    const hadAdmin = await hasAdmin(db);
    const { rows } = await db.query(
      `update accounts a set role = coalesce($2, role),
          locked_at = case when $3::boolean is null then locked_at when $3 then coalesce(locked_at, to_timestamp($4::float8 / 1000)) end
        where id = $1 returning ${accountColumns}`,
      [id, change.role ?? null, change.locked ?? null, now],
    );
    if (rows[0] === undefined) throw new FlagtowerError('NOT_FOUND', 'there is no such account', { place: 'id' });
    if (hadAdmin && !(await hasAdmin(db)))
      throw new FlagtowerError('CONFLICT', 'this is the last administrator who can sign in', {
        place: 'id',
        remedy: 'make somebody else an administrator first',
      });
    if (change.locked === true) await db.query('delete from sessions where account_id = $1', [id]);
    return accountOfRow(rows[0]);
  });
}

/**
 * Gives an account its new password and signs it out everywhere.
 * @param held the hash that the person's current password was checked against
 * @throws FlagtowerError `CONFLICT` where the password has changed since, or the account is locked
 */
export async function changePassword(pool: Pool, id: string, held: string, passwordHash: string): Promise<Account> {
  return await changingAccounts(pool, async (db) => {
    const { rows } = await db.query(
      `update accounts a set password_hash = $3 where id = $1 and password_hash = $2 and locked_at is null returning ${accountColumns}`,
      [id, held, passwordHash],
    );
    if (rows[0] === undefined)
      throw new FlagtowerError('CONFLICT', 'the password was changed elsewhere at the same moment', {
        remedy: 'sign in with the password that holds now',
      });
    await db.query('delete from sessions where account_id = $1', [id]);
    return accountOfRow(rows[0]);
  });
}
