import { randomUUID } from 'node:crypto';

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
  // `end` does not wait for the server: the drop below may still cut a connection off, which is no failure of a test.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    url,
    pool,
    async drop() {
      await pool.end();
      await administer(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

/** Vitest's `test` with a `database` that all tests of a file share. */
export const test = base.extend('database', { scope: 'file' }, async ({}, { onCleanup }) => {
  const database = await createTestDatabase();
  onCleanup(() => database.drop());
  return database;
});
