import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import type { Pool, PoolClient } from 'pg';

import { backupTables, schemaVersion } from './backup-tables.ts';

export interface BackupSummary {
  readonly file: string;
  readonly rows: Readonly<Record<string, number>>;
}

const fetched = 2000;

/**
 * Writes everything of a store at one moment into a file: a line that says what it is, then a line a row. The service may
 * run meanwhile. Keys of people are not in it; those of sources are, as hashes.
 */
export async function writeBackup(pool: Pool, file: string, now: number): Promise<BackupSummary> {
  const client = await pool.connect();
  const rows: Record<string, number> = {};
  try {
    // One snapshot for all tables.
    await client.query('begin isolation level repeatable read read only');
    const draft = `${file}.part`;
    await pipeline(
      Readable.from(linesOf(client, rows, now)),
      createGzip(),
      createWriteStream(draft, { mode: 0o600, flush: true }),
    );
    await client.query('commit');
    await rename(draft, file);
    return { file, rows };
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

async function* linesOf(client: PoolClient, rows: Record<string, number>, now: number): AsyncGenerator<string> {
  const head = { flagtower: 'backup', schema: await schemaVersion(client), at: new Date(now).toISOString() };
  yield `${JSON.stringify(head)}\n`;
  for (const { name } of await backupTables(client)) {
    rows[name] = 0;
    await client.query(`declare rows_of cursor for select row_to_json(t)::text as row from ${quoted(name)} t`);
    for (;;) {
      const page = await client.query<{ row: string }>(`fetch ${String(fetched)} from rows_of`);
      if (page.rows.length === 0) break;
      rows[name] += page.rows.length;
      yield page.rows.map(({ row }) => `${JSON.stringify(name)}\t${row}\n`).join('');
    }
    await client.query('close rows_of');
  }
}

/** A name from the catalogue, as an identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
