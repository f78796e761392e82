import { FlagtowerError } from '@flagtower/contracts';
import { Client } from 'pg';

import { openEmbedded, type EmbeddedOptions } from './open-embedded.ts';
import { codeOf } from './system-error.ts';

const oldestServer = 15;

/** A database that answers, and the duty to close it. */
export interface OpenedPostgres {
  /** Holds a password: not for logs. It stays valid when PostgreSQL is killed and comes back. */
  readonly url: string;
  /** Close your own connections first. Stops an embedded PostgreSQL when no other process uses it. */
  close(): Promise<void>;
}

export type PostgresOptions = EmbeddedOptions | { readonly databaseUrl: string };

/**
 * Opens the database in a folder, where PostgreSQL is started if it does not run yet, or on a server.
 * @throws FlagtowerError that says what to do, when the folder, the disk, the port or the server cannot be used
 */
export async function openPostgres(options: PostgresOptions): Promise<OpenedPostgres> {
  return 'databaseUrl' in options ? openServer(options.databaseUrl) : openEmbedded(options);
}

async function openServer(databaseUrl: string): Promise<OpenedPostgres> {
  const major = await askMajor(databaseUrl);
  if (major < oldestServer) {
    throw new FlagtowerError(
      'STORE_VERSION',
      `The server is PostgreSQL ${major}; ${oldestServer} is the oldest we use`,
      {
        remedy: 'Upgrade the server, or leave DATABASE_URL out to use the PostgreSQL that comes with Flagtower',
      },
    );
  }
  return { url: databaseUrl, close: async () => {} };
}

async function askMajor(databaseUrl: string): Promise<number> {
  try {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
      return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    } finally {
      await client.end();
    }
  } catch (cause) {
    // The error may quote the address, which may hold a password: only its code is ours to tell.
    throw new FlagtowerError(
      'STORE_UNAVAILABLE',
      `The database of DATABASE_URL does not answer: ${codeOf(cause) ?? '?'}`,
      {
        remedy: 'Check DATABASE_URL and that the server runs and lets us in',
      },
    );
  }
}
