import type { FlagtowerRecord } from '@flagtower/contracts';
import { commitBatch, type Batch } from '@flagtower/store';

import { lives, recordsOf } from './dossiers.ts';
import type { ScratchStore } from './scratch-store.ts';

const batchRecords = 2000;
const dossiersAtOnce = 20_000;

/** Commits so many dossiers, of two records each, as an import would. */
export async function fillLedger(store: ScratchStore, dossiers: number, end: number): Promise<void> {
  for (let from = 0; from < dossiers; from += dossiersAtOnce) {
    const records = lives(from, Math.min(dossiers, from + dossiersAtOnce), dossiers, end).flatMap(recordsOf);
    await commitAll(store, records);
  }
}

export async function commitAll(store: ScratchStore, records: readonly FlagtowerRecord[]): Promise<void> {
  await inBatches(records, (batch) => commitBatch(store, batchOf(store, batch)));
}

function batchOf({ ledger, source }: ScratchStore, records: readonly FlagtowerRecord[]): Batch {
  const items = records.map((record, index) => ({ line: index + 1, record }));
  return { ledger, source, importId: null, fileHash: null, items, rejections: [], now: Date.now() };
}

export async function inBatches<Item>(
  items: readonly Item[],
  write: (batch: readonly Item[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += batchRecords)
    await write(items.slice(start, start + batchRecords));
}
