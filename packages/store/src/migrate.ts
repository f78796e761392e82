import { fileURLToPath } from 'node:url';

import { FlagtowerError } from '@flagtower/contracts';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { Pool } from 'pg';

import { settleWaiting } from './notices/book-lives.ts';

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Any number will do, as long as every version uses it. */
const migrationKey = 4_711_002;

/**
 * Brings the schema up to date. Of several processes that start at once, one does it and the others wait.
 * @throws FlagtowerError `STORE_VERSION` where the store was made by something else than an earlier version
 */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationKey]);
    await applyMigrations(drizzle(client), { migrationsFolder });
    await settleWaiting(client);
    await client.query('select pg_advisory_unlock($1)', [migrationKey]);
    client.release();
  } catch (error) {
    // A connection that may still hold the lock must not go back into the pool.
    client.release(true);
    throw new FlagtowerError('STORE_VERSION', 'the store’s schema cannot be brought to this version', {
      remedy: 'use the version that made it, or another data folder; nothing was changed',
      cause: error,
    });
  }
}
