import {
  recordSchema,
  rejectionSchema,
  settledAsSchema,
  type FlagtowerRecord,
  type Instant,
  type Rejection,
  type SettledAs,
} from '@flagtower/contracts';

import type { Queryable } from '../ledger/queryable.ts';
import { instantOf } from './instant.ts';

export interface QuarantineRow extends Rejection {
  readonly id: number;
  readonly source: string;
  readonly import: string | null;
  readonly fileHash: string | null;
  readonly receivedAt: Instant;
  /** When it stopped to wait; `null`: it waits. */
  readonly replayedAt: Instant | null;
  /** By what it stopped to wait; `null`: it waits. */
  readonly settled: SettledAs | null;
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
    settled: string | null;
    replayable: boolean;
    line: number;
    reason: string;
    fields: string[];
    remedy: string;
  }>(
    `select id::float8, source_id as source, import_id as import, file_hash as "fileHash", (extract(epoch from received_at) * 1000)::float8 as "receivedAt",
        (extract(epoch from replayed_at) * 1000)::float8 as "replayedAt", coalesce(settled, case when replayed_at is not null then 'replayed' end) as settled,
        record is not null as replayable, line, reason, fields, remedy
      from quarantine where ledger_id = $1 and ($2::text is null or source_id = $2) order by id desc limit $3`,
    [ledgerId, source, limit],
  );
  return rows.map(
    ({ id, source: of, import: from, fileHash, receivedAt, replayedAt, settled, replayable, ...rejection }) => ({
      ...rejectionSchema.parse(rejection),
      id,
      source: of,
      import: from,
      fileHash,
      receivedAt: instantOf(receivedAt),
      replayedAt: replayedAt === null ? null : instantOf(replayedAt),
      settled: settled === null ? null : settledAsSchema.parse(settled),
      replayable,
    }),
  );
}

export interface Replayable {
  readonly id: number;
  readonly line: number;
  readonly record: FlagtowerRecord;
  /** The zone in which its times were read; `null`: it was not noted. */
  readonly zone: string | null;
}

/** Sound records that were not acceptable when they came and still wait. */
export async function readReplayable(db: Queryable, ledgerId: number, source: string): Promise<Replayable[]> {
  const { rows } = await db.query<{ id: number; line: number; record: unknown; zone: string | null }>(
    `select id::float8, line, record, zone from quarantine where ledger_id = $1 and source_id = $2 and record is not null and replayed_at is null order by id`,
    [ledgerId, source],
  );
  return rows.map((row) => ({ ...row, record: recordSchema.parse(row.record) }));
}

export async function markReplayed(db: Queryable, ids: readonly number[], replayedAt: number): Promise<void> {
  await db.query(
    `update quarantine set replayed_at = to_timestamp($2::float8 / 1000), settled = 'replayed' where id = any($1::int8[]) and replayed_at is null`,
    [ids, replayedAt],
  );
}
