import type { NoticeSnapshot } from '@flagtower/domain';

import type { Queryable } from './queryable.ts';

/** @returns `null` where a source never named all its notices */
export async function newestSnapshot(
  db: Queryable,
  ledgerId: number,
  sourceId: string,
): Promise<NoticeSnapshot | null> {
  const { rows } = await db.query<NoticeSnapshot>(
    `select (extract(epoch from at) * 1000)::float8 as "atMs", present from source_snapshots where ledger_id = $1 and source_id = $2`,
    [ledgerId, sourceId],
  );
  return rows[0] ?? null;
}

export async function keepSnapshot(
  db: Queryable,
  {
    ledgerId,
    sourceId,
    importId,
    snapshot,
  }: {
    readonly ledgerId: number;
    readonly sourceId: string;
    readonly importId: string | null;
    readonly snapshot: NoticeSnapshot;
  },
): Promise<void> {
  await db.query(
    `insert into source_snapshots (ledger_id, source_id, at, present, import_id) values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5)
      on conflict (ledger_id, source_id) do update set at = excluded.at, present = excluded.present, import_id = excluded.import_id`,
    [ledgerId, sourceId, snapshot.atMs, snapshot.present, importId],
  );
}

/** A file that is taken back names nothing any more. */
export async function forgetSnapshotOf(db: Queryable, ledgerId: number, importId: string): Promise<void> {
  await db.query(`delete from source_snapshots where ledger_id = $1 and import_id = $2`, [ledgerId, importId]);
}
