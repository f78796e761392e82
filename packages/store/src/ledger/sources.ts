import { hash as digest, randomBytes, timingSafeEqual } from 'node:crypto';

import { FlagtowerError, sourceConfigSchema, type SourceConfig } from '@flagtower/contracts';
import { z } from 'zod';

import { reportSource } from '../reports/report-source.ts';
import type { Queryable } from './queryable.ts';

/** Without a declared cadence a source is asked for a sign of life once a day. */
export const defaultCadenceSeconds = 86_400;

export interface Source {
  readonly ledgerId: number;
  readonly id: string;
  readonly namespace: string;
  readonly rank: number;
  readonly config: SourceConfig;
  readonly hasKey: boolean;
  /** Epoch milliseconds; `null`: never. */
  readonly lastContactAt: number | null;
  readonly lastRecordAt: number | null;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly conflicts: number;
}

const rowSchema = z.object({
  ledgerId: z.number(),
  id: z.string(),
  namespace: z.string(),
  rank: z.number(),
  config: sourceConfigSchema,
  hasKey: z.boolean(),
  lastContactAt: z.number().nullable(),
  lastRecordAt: z.number().nullable(),
  accepted: z.number(),
  duplicates: z.number(),
  quarantined: z.number(),
  conflicts: z.number(),
});

const columns = `ledger_id as "ledgerId", id, namespace, rank, config, key_hash is not null as "hasKey",
  (extract(epoch from last_contact_at) * 1000)::float8 as "lastContactAt", (extract(epoch from last_record_at) * 1000)::float8 as "lastRecordAt",
  accepted::float8, duplicates::float8, quarantined::float8, conflicts::float8`;

/**
 * Declares a source, or what is new about it. Its counts and its key stay.
 * @throws FlagtowerError `CONFLICT` for the name under which approved reports are kept
 */
export async function declareSource(db: Queryable, ledgerId: number, config: SourceConfig): Promise<void> {
  if (config.id === reportSource.id)
    throw new FlagtowerError('CONFLICT', 'no source can have this id: approved reports are kept under it', {
      place: 'id',
      remedy: 'choose another one',
    });
  await db.query(
    `insert into sources (ledger_id, id, namespace, rank, config) values ($1, $2, $3, $4, $5)
     on conflict (ledger_id, id) do update set namespace = excluded.namespace, rank = excluded.rank, config = excluded.config`,
    [ledgerId, config.id, config.namespace ?? config.id, config.rank, JSON.stringify(config)],
  );
}

export async function sourcesOf(db: Queryable, ledgerId: number): Promise<Source[]> {
  const { rows } = await db.query(`select ${columns} from sources where ledger_id = $1 order by id`, [ledgerId]);
  return rows.map((row) => rowSchema.parse(row));
}

/** @returns `null` where no such source is declared in that ledger */
export async function sourceNamed(db: Queryable, ledgerId: number, id: string): Promise<Source | null> {
  const { rows } = await db.query(`select ${columns} from sources where ledger_id = $1 and id = $2`, [ledgerId, id]);
  return rows[0] === undefined ? null : rowSchema.parse(rows[0]);
}

/** Gives a source a new key and forgets the old one. The key is returned once and kept only as a hash. */
export async function renewKey(db: Queryable, ledgerId: number, id: string): Promise<string> {
  const key = `ft_${randomBytes(32).toString('base64url')}`;
  const { rowCount } = await db.query(`update sources set key_hash = $3 where ledger_id = $1 and id = $2`, [
    ledgerId,
    id,
    keyHash(key),
  ]);
  if (rowCount === 0) throw new FlagtowerError('UNKNOWN_SOURCE', `no source ${id}`, { remedy: 'declare it first' });
  return key;
}

/** The ledgers in which a source of this id holds this key. */
export async function ledgersOfKey(db: Queryable, id: string, key: string): Promise<number[]> {
  const { rows } = await db.query<{ ledgerId: number; keyHash: Buffer }>(
    `select ledger_id as "ledgerId", key_hash as "keyHash" from sources where id = $1 and key_hash is not null`,
    [id],
  );
  const given = keyHash(key);
  return rows.filter((row) => timingSafeEqual(row.keyHash, given)).map(({ ledgerId }) => ledgerId);
}

/** A random key of 256 bits needs no slow hash: there is nothing to guess. */
export function keyHash(key: string): Buffer {
  return Buffer.from(digest('sha256', key, 'hex'), 'hex');
}
