import type { Notice } from '@flagtower/contracts';
import { snapshotTellings, type NoticeSnapshot } from '@flagtower/domain';
import { readStandingNotices, type Batch, type Ledger, type LedgerStore, type Source } from '@flagtower/store';

import type { ReadAnswer } from './read-pulled.ts';

export interface VanishedFrom {
  readonly db: LedgerStore['pool'];
  readonly ledger: Ledger;
  readonly source: Source;
  /** The newest snapshot of this source that was committed; `null`: none since the service started. */
  readonly newest: NoticeSnapshot | null;
}

/** What an answer says, and what it says by leaving out: see `snapshotTellings`. An answer that is no snapshot stays as it is. */
export async function withVanished(
  { items, snapshot }: ReadAnswer,
  { db, ledger, source, newest }: VanishedFrom,
): Promise<Batch['items']> {
  if (snapshot === null) return items;
  const lines = new Map<string, number>();
  const told: Notice[] = [];
  for (const { line, record } of items) {
    if (record.kind !== 'notice') continue;
    lines.set(record.recordId, line);
    told.push(record);
  }
  const standing = await readStandingNotices(db, ledger.id, source.id);
  const tellings = snapshotTellings({ snapshot, told, standing, newest });
  return [
    ...items.filter(({ record }) => record.kind !== 'notice'),
    ...tellings.map((record) => ({ line: lines.get(record.recordId) ?? 1, record })),
  ];
}
