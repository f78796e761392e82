import {
  recordSchema,
  rejectionSchema,
  type FlagtowerRecord,
  type Instant,
  type Rejection,
} from '@flagtower/contracts';

import type { Queryable } from '../ledger/queryable.ts';
import { instantOf } from './instant.ts';

export interface QuarantineRow extends Rejection {
  readonly id: number;
  readonly source: string;
  readonly import: string | null;
  readonly fileHash: string | null;
  readonly receivedAt: Instant;
  readonly replayedAt: Instant | null;
  /** The record itself is kept, so it can be replayed without its file. */
  readonly replayable: boolean;
}

/** Newest first. */
export async function readQuarantine(
  db: Queryable,
  ledgerId: number,
  source: string | null,
  limit: number,
): Promise<QuarantineRow[]> {
  const { rows } = await db.query<{
    id: number;
    source: string;
    import: string | null;
    fileHash: string | null;
    receivedAt: number;
    replayedAt: number | null;
    replayable: boolean;
    line: number;
    reason: string;
    fields: string[];
    remedy: string;
  }>(
    `select id::float8, source_id as source, import_id as import, file_hash as "fileHash", (extract(epoch from received_at) * 1000)::float8 as "receivedAt",
        (extract(epoch from replayed_at) * 1000)::float8 as "replayedAt", record is not null as replayable, line, reason, fields, remedy
      from quarantine where ledger_id = $1 and ($2::text is null or source_id = $2) order by id desc limit $3`,
    [ledgerId, source, limit],
  );
  return rows.map(({ id, source: of, import: from, fileHash, receivedAt, replayedAt, replayable, ...rejection }) => ({
    ...rejectionSchema.parse(rejection),
    id,
    source: of,
    import: from,
    fileHash,
    receivedAt: instantOf(receivedAt),
    replayedAt: replayedAt === null ? null : instantOf(replayedAt),
    replayable,
  }));
}

/** Sound records that were not acceptable when they came and were not replayed yet. */
export async function readReplayable(
  db: Queryable,
  ledgerId: number,
  source: string,
): Promise<{ id: number; line: number; record: FlagtowerRecord }[]> {
  const { rows } = await db.query<{ id: number; line: number; record: unknown }>(
    `select id::float8, line, record from quarantine where ledger_id = $1 and source_id = $2 and record is not null and replayed_at is null order by id`,
    [ledgerId, source],
  );
  return rows.map(({ id, line, record }) => ({ id, line, record: recordSchema.parse(record) }));
}

export async function markReplayed(db: Queryable, ids: readonly number[], replayedAt: number): Promise<void> {
  await db.query(`update quarantine set replayed_at = to_timestamp($2::float8 / 1000) where id = any($1::int8[])`, [
    ids,
    replayedAt,
  ]);
}
