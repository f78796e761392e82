import { hash as digest, randomBytes, timingSafeEqual } from 'node:crypto';

import {
  FlagtowerError,
  problemCodeSchema,
  sourceConfigSchema,
  type ProblemCode,
  type Cadence,
  type SourceConfig,
} from '@flagtower/contracts';
import { z } from 'zod';

import { reportSource } from '../reports/report-source.ts';
import type { Queryable } from './queryable.ts';

/** Without a declared cadence a source is asked for a sign of life once a day. */
const defaultCadence: Cadence = { everySeconds: 86_400 };

export function cadenceOf({ config: { cadence } }: Pick<Source, 'config'>): Cadence {
  return cadence ?? defaultCadence;
}

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
  /** Lost on the way to the store, because their sender cannot be held back. */
  readonly dropped: number;
  /** The first contact since contacts are measured. */
  readonly observedSince: number | null;
  /** `null`: it is not paused. */
  readonly pausedAt: number | null;
  /** `null`: asking it does not fail. */
  readonly trouble: Trouble | null;
}

const troubleSchema = z.object({
  code: problemCodeSchema,
  reason: z.string(),
  place: z.string().nullable().default(null),
  since: z.number(),
  failures: z.number(),
});
/** Why asking a source fails. `since`: epoch milliseconds of the first failure of a row of them. */
export type Trouble = z.infer<typeof troubleSchema>;

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
  dropped: z.number(),
  observedSince: z.number().nullable(),
  pausedAt: z.number().nullable(),
  trouble: troubleSchema.nullable(),
});

const columns = `ledger_id as "ledgerId", id, namespace, rank, config, key_hash is not null as "hasKey",
  (extract(epoch from last_contact_at) * 1000)::float8 as "lastContactAt", (extract(epoch from last_record_at) * 1000)::float8 as "lastRecordAt",
  accepted::float8, duplicates::float8, quarantined::float8, conflicts::float8, dropped::float8,
  (extract(epoch from observed_since) * 1000)::float8 as "observedSince", (extract(epoch from paused_at) * 1000)::float8 as "pausedAt", trouble`;

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

/**
 * Pauses a source, or lets it go on: nothing is fetched from it and nothing that it sends is taken. Its freshness goes on ageing.
 * @param at epoch milliseconds; `null`: it goes on
 * @throws FlagtowerError `UNKNOWN_SOURCE`
 */
export async function pauseSource(db: Queryable, ledgerId: number, id: string, at: number | null): Promise<void> {
  const { rowCount } = await db.query(
    `update sources set paused_at = case when $3::float8 is null then null else coalesce(paused_at, to_timestamp($3::float8 / 1000)) end
      where ledger_id = $1 and id = $2`,
    [ledgerId, id, at],
  );
  if (rowCount === 0) throw new FlagtowerError('UNKNOWN_SOURCE', `no source ${id}`, { remedy: 'declare it first' });
}

/** Writes down that asking a source failed; the next contact takes it back. `reason`: no values, no addresses. */
export async function noteTrouble(
  db: Queryable,
  { ledgerId, id }: Pick<Source, 'ledgerId' | 'id'>,
  {
    code,
    reason,
    place,
    now,
  }: { readonly code: ProblemCode; readonly reason: string; readonly place: string | null; readonly now: number },
): Promise<void> {
  await db.query(
    `update sources set trouble = jsonb_build_object('code', $3::text, 'reason', $4::text, 'place', $6::text,
        'since', coalesce((trouble->>'since')::float8, $5::float8), 'failures', coalesce((trouble->>'failures')::int, 0) + 1)
      where ledger_id = $1 and id = $2`,
    [ledgerId, id, code, reason, now, place],
  );
}

/** Writes down how many messages were lost because they came faster than they could be written. `now`: the service's clock. */
export async function noteDropped(
  db: Queryable,
  { ledgerId, id }: Pick<Source, 'ledgerId' | 'id'>,
  { count, now }: { readonly count: number; readonly now: number },
): Promise<void> {
  await db.query(
    `with counted as (insert into source_counts as c (ledger_id, source_id, quarter, accepted, duplicates, quarantined, conflicts, dropped)
        values ($1, $2, to_timestamp(floor($4::float8 / 900000) * 900), 0, 0, 0, 0, $3)
        on conflict (ledger_id, quarter, source_id) do update set dropped = c.dropped + excluded.dropped)
      update sources set dropped = dropped + $3 where ledger_id = $1 and id = $2`,
    [ledgerId, id, count, now],
  );
}

/** What was kept of a source's last answer; whoever wrote it knows its shape. `null`: nothing. */
export async function readCursor(db: Queryable, { ledgerId, id }: Pick<Source, 'ledgerId' | 'id'>): Promise<unknown> {
  const { rows } = await db.query<{ cursor: unknown }>(`select cursor from sources where ledger_id = $1 and id = $2`, [
    ledgerId,
    id,
  ]);
  return rows[0]?.cursor ?? null;
}

export async function keepCursor(
  db: Queryable,
  { ledgerId, id }: Pick<Source, 'ledgerId' | 'id'>,
  cursor: object,
): Promise<void> {
  await db.query(`update sources set cursor = $3 where ledger_id = $1 and id = $2`, [
    ledgerId,
    id,
    JSON.stringify(cursor),
  ]);
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
