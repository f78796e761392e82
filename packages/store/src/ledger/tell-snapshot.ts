import type { Notice } from '@flagtower/contracts';
import { snapshotTellings, type NoticeSnapshot } from '@flagtower/domain';
import type { PoolClient } from 'pg';

import { readStandingNotices } from '../read/notices.ts';
import { aheadOfClockMs, leftOutLine, type Batch, type Group } from './batch.ts';
import { keepSnapshot, newestSnapshot } from './source-snapshots.ts';

export interface ToldGroup {
  readonly group: Group;
  /** Records that it has more than were offered. */
  readonly more: number;
  /** Records that were offered and say nothing new. */
  readonly again: number;
}

/**
 * What a snapshot says, and what it says by leaving out: see `snapshotTellings`. The ledger's row is held by now, so that
 * what stands and which snapshot is the newest is the same for every process; both change with the commit. One that was made further
 * ahead of the ledger's clock than a record may be ends nothing: somebody's clock is wrong.
 * @param clock the ledger's, epoch milliseconds
 */
export async function tellSnapshot(client: PoolClient, group: Group, clock: number): Promise<ToldGroup> {
  const [batch] = group;
  const snapshot = batch.snapshot ?? null;
  if (snapshot === null || snapshot.atMs > clock + aheadOfClockMs) return { group, more: 0, again: 0 };
  const items = await itemsTold(client, batch, snapshot);
  const [offered, told] = [batch.items.filter(isNotice).length, items.filter(({ line }) => line !== leftOutLine)];
  return {
    group: [{ ...batch, items }],
    more: Math.max(0, items.length - batch.items.length),
    again: offered - told.filter(isNotice).length,
  };
}

async function itemsTold(client: PoolClient, batch: Batch, snapshot: NoticeSnapshot): Promise<Batch['items']> {
  const { ledger, source, importId } = batch;
  const lines = new Map<Notice, number>();
  for (const { line, record } of batch.items) if (record.kind === 'notice') lines.set(record, line);
  const standing = await readStandingNotices(client, ledger.id, source.id, snapshot);
  const newest = await newestSnapshot(client, ledger.id, source.id);
  const { told, ended } = snapshotTellings({ snapshot, told: [...lines.keys()], standing, newest });
  if (newest === null || snapshot.atMs > newest.atMs)
    await keepSnapshot(client, { ledgerId: ledger.id, sourceId: source.id, importId, snapshot });
  return [
    ...batch.items.filter(({ record }) => record.kind !== 'notice'),
    ...told.map(({ of, telling }) => ({ line: lines.get(of) ?? leftOutLine, record: telling })),
    ...ended.map((record) => ({ line: leftOutLine, record })),
  ];
}

function isNotice({ record }: Batch['items'][number]): boolean {
  return record.kind === 'notice';
}
