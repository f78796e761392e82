import { once } from 'node:events';

import type { FlagtowerRecord } from '@flagtower/contracts';
import { dossierKey, identityOf } from '@flagtower/store';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A row of the product's table of records, ready to be written. */
type Row = readonly (string | number)[];

const columns = [
  'ledger_id',
  'seq',
  'kind',
  'source_id',
  'record_id',
  'version',
  'identity',
  'hash',
  'dossier',
  'occurred_at',
  'recorded_at',
  'payload',
];
const types = [
  'int2',
  'int8',
  'text',
  'text',
  'text',
  'int8',
  'uuid',
  'text',
  'uuid',
  'timestamptz',
  'timestamptz',
  'text',
];
const list = columns.join(', ');

/** Tables with the columns of the product's records and a primary key, one a way of writing. */
const plainTables = ['plain_copied', 'plain_batched', 'plain_single'];

export async function createPlainTables(pool: Pool): Promise<void> {
  for (const table of plainTables)
    await pool.query(`create table ${table} (like records including defaults, primary key (identity))`);
}

/** The records as rows: hashing them is the product's work and no part of the others' time. */
export function rowsOf(records: readonly FlagtowerRecord[], firstSeq: number): Row[] {
  const recordedAt = new Date().toISOString();
  return records.map((record, index) => {
    const { identity, hash } = identityOf('bench', record);
    const dossier = record.kind === 'dossier-event' ? dossierKey('bench', record.caseKind, record.dossier) : identity;
    const place = [1, firstSeq + index, record.kind, 'bench', record.recordId, record.version];
    return [...place, identity, hash, dossier, record.occurredAt, recordedAt, JSON.stringify(record)];
  });
}

/** Batched inserts as a careful program without a ledger would write them. */
export async function insertBatch(client: PoolClient, rows: readonly Row[]): Promise<void> {
  const parameters = types.map((type, index) => `$${String(index + 1)}::${type}[]`).join(', ');
  const values = columns.map((column) => (column === 'payload' ? 'payload::jsonb' : `r.${column}`)).join(', ');
  await client.query({
    name: 'plain-batch',
    text: `insert into plain_batched (${list}) select ${values} from unnest(${parameters}) as r(${list}) on conflict (identity) do nothing`,
    values: columns.map((_, column) => rows.map((row) => row[column])),
  });
}

export async function insertSingly(client: PoolClient, rows: readonly Row[]): Promise<void> {
  const parameters = columns.map((_, index) => `$${String(index + 1)}`).join(', ');
  const text = `insert into plain_single (${list}) values (${parameters}) on conflict (identity) do nothing`;
  for (const values of rows) await client.query({ name: 'plain-single', text, values: [...values] });
}

export async function copyRows(client: PoolClient, rows: readonly Row[]): Promise<void> {
  const stream = client.query(copyFrom(`copy plain_copied (${list}) from stdin`));
  stream.end(rows.map(copyLine).join(''));
  await once(stream, 'finish');
}

function copyLine(row: Row): string {
  return `${row.map((value) => String(value).replaceAll('\\', String.raw`\\`)).join('\t')}\n`;
}
