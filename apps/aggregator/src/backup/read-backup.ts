import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

import { FlagtowerError } from '@flagtower/contracts';
import { inTransaction } from '@flagtower/store';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';

import { backupTables, schemaVersion, type BackupTable } from './backup-tables.ts';
import { quoted, type BackupSummary } from './write-backup.ts';

const headSchema = z.object({ flagtower: z.literal('backup'), schema: z.number().int(), at: z.string() });
const batchRows = 1000;

/**
 * Reads a backup into a store that holds nothing yet; all of it or nothing.
 * @throws FlagtowerError `CONFLICT` where the store holds records, `BAD_FILE`, `STORE_VERSION`
 */
export async function readBackup(pool: Pool, file: string): Promise<BackupSummary> {
  return await inTransaction(pool, async (client) => {
    await demandEmpty(client);
    const tables = new Map((await backupTables(client)).map((table) => [table.name, table]));
    await client.query(`truncate ${[...tables.keys()].map(quoted).join(', ')}`);
    const rows = await readRows(client, tables, file);
    for (const table of tables.values()) await continueNumbering(client, table);
    return { file, rows };
  });
}

async function demandEmpty(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ used: boolean }>(
    'select exists (select from commits) or exists (select from records) or exists (select from observations) as used',
  );
  if (rows[0]?.used === true)
    throw new FlagtowerError('CONFLICT', 'the store holds records already', {
      remedy: 'restore into an empty folder (--data DIR) or an empty database',
    });
}

async function readRows(
  client: PoolClient,
  tables: ReadonlyMap<string, BackupTable>,
  file: string,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  let waiting: string[] = [];
  let current: string | null = null;
  const flush = async (): Promise<void> => {
    if (current === null || waiting.length === 0) return;
    await client.query(
      `insert into ${quoted(current)} overriding system value select * from json_populate_recordset(null::${quoted(current)}, $1::json)`,
      [`[${waiting.join()}]`],
    );
    rows[current] = (rows[current] ?? 0) + waiting.length;
    waiting = [];
  };
  let isFirst = true;
  for await (const line of backupLines(file)) {
    if (isFirst) {
      await demandOurs(client, line);
      isFirst = false;
      continue;
    }
    const [name, row] = splitLine(line, tables);
    if (name !== current || waiting.length >= batchRows) await flush();
    current = name;
    waiting.push(row);
  }
  await flush();
  if (isFirst) throw notABackup();
  return rows;
}

async function* backupLines(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  const packed = createReadStream(file);
  packed.once('error', (error) => unpacked.destroy(error));
  try {
    yield* createInterface({ input: packed.pipe(unpacked), crlfDelay: Infinity });
  } catch (cause) {
    throw notABackup(cause);
  }
}

async function demandOurs(client: PoolClient, line: string): Promise<void> {
  const head = headSchema.safeParse(jsonOf(line));
  if (!head.success) throw notABackup();
  if (head.data.schema === (await schemaVersion(client))) return;
  throw new FlagtowerError('STORE_VERSION', 'the backup is of another version of the schema', {
    remedy: 'restore it with the version that wrote it, then upgrade',
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notABackup(cause);
  }
}

function splitLine(line: string, tables: ReadonlyMap<string, BackupTable>): [string, string] {
  const tab = line.indexOf('\t');
  const name = tab === -1 ? null : jsonOf(line.slice(0, tab));
  if (typeof name !== 'string' || !tables.has(name)) throw notABackup();
  return [name, line.slice(tab + 1)];
}

function notABackup(cause?: unknown): FlagtowerError {
  return new FlagtowerError('BAD_FILE', 'this is no backup of Flagtower', { place: 'file', cause });
}

async function continueNumbering(client: PoolClient, { name, identity }: BackupTable): Promise<void> {
  if (identity === null) return;
  await client.query(
    `select setval(pg_get_serial_sequence($1, $2), (select coalesce(max(${quoted(identity)}), 0) + 1 from ${quoted(name)}), false)`,
    [quoted(name), identity],
  );
}
