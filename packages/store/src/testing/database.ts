import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

import { Pool } from 'pg';
import { inject, test as base } from 'vitest';

import { administer, urlOfDatabase } from './administer.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server, and the database on it that has today's schema and no rows. */
    readonly postgres: { readonly url: string; readonly template: string };
  }
}

/** A migrated database without rows. */
export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const { url: serverUrl, template } = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(serverUrl, `create database ${name} template ${template}`);
  const url = urlOfDatabase(serverUrl, name);
  const pool = new Pool({ connectionString: url });
  return {
    url,
    pool,
    async drop() {
      await pool.end();
      await untilNobodyIsConnected(serverUrl, name);
      await administer(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

/**
 * The end of a pool says goodbye and does not wait for the server: a drop at once would cut off a connection on its way
 * out, which that connection's owner reports as an error. Whoever is still there after 5 s has forgotten to leave.
 */
async function untilNobodyIsConnected(serverUrl: string, database: string): Promise<void> {
  const deadline = Date.now() + 5000;
  const others = `select 1 from pg_stat_activity where datname = '${database}'`;
  while ((await administer(serverUrl, others)).length > 0 && Date.now() < deadline) await setTimeout(20);
}

/** Vitest's `test` with a `database` that all tests of a file share. */
export const test = base.extend('database', { scope: 'file' }, async ({}, { onCleanup }) => {
  const database = await createTestDatabase();
  onCleanup(() => database.drop());
  return database;
});
