import { FlagtowerError } from '@flagtower/contracts';
import {
  commitBatch,
  ledgerTime,
  markReplayed,
  readReplayable,
  sourceNamed,
  type Ledger,
  type LedgerStore,
} from '@flagtower/store';

import { latestMomentOf } from './latest-moment.ts';

export interface Replayed {
  readonly offered: number;
  readonly accepted: number;
  readonly stillRefused: number;
}

const batchRecords = 1000;

/** Offers a source's quarantined records again, where the ledger's clock has reached them by now. */
export async function replayQuarantine(
  { store, ledger, now }: { readonly store: LedgerStore; readonly ledger: Ledger; readonly now: number },
  id: string,
): Promise<Replayed> {
  const source = await sourceNamed(store.pool, ledger.id, id);
  if (source === null) throw new FlagtowerError('UNKNOWN_SOURCE', `no source ${id} in ledger ${ledger.name}`);
  const clock = ledgerTime(ledger.clock, now);
  const held = await readReplayable(store.pool, ledger.id, id);
  // What was read in another zone would tell another moment: only its file can say it anew.
  const readable = held.filter(({ zone }) => zone === null || zone === source.config.zone);
  const timely = readable.filter(({ record }) => latestMomentOf(record) <= clock);
  let accepted = 0;
  for (let start = 0; start < timely.length; start += batchRecords) {
    const items = timely.slice(start, start + batchRecords);
    const committed = await commitBatch(store, {
      ledger,
      source,
      importId: null,
      fileHash: null,
      items,
      rejections: [],
      now,
    });
    accepted += committed.accepted;
    await markReplayed(
      store.pool,
      items.map((item) => item.id),
      now,
    );
  }
  return { offered: timely.length, accepted, stillRefused: held.length - timely.length };
}
