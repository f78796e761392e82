import { commitTogether, type Batch, type Committed, type Ledger, type LedgerStore } from '@flagtower/store';

import type { Metrics } from '../ops/metrics.ts';
import { ledgerWriter, type LedgerWriter } from './ledger-writer.ts';

export interface LedgerWriters {
  readonly commit: (ledger: Ledger, batch: Omit<Batch, 'ledger' | 'now'>) => Promise<Committed>;
  readonly close: () => Promise<void>;
}

/** The writers of all ledgers; each is made when its first batch comes. */
export function ledgerWriters(
  store: LedgerStore,
  { now, metrics }: { readonly now: () => number; readonly metrics: Metrics },
): LedgerWriters {
  const writers = new Map<number, LedgerWriter>();
  const writerOf = (ledger: Ledger): LedgerWriter => {
    const held = writers.get(ledger.id);
    if (held !== undefined) return held;
    const made = ledgerWriter(async (batches) => {
      const stop = metrics.commitSeconds.startTimer();
      const at = now();
      const committed = await commitTogether(
        store,
        batches.map((batch) => ({ ...batch, ledger, now: at })),
      );
      stop();
      return committed;
    });
    writers.set(ledger.id, made);
    return made;
  };
  return {
    commit: async (ledger, batch) => {
      const committed = await writerOf(ledger).commit(batch);
      const labels = { ledger: ledger.name, source: batch.source.id };
      metrics.records.inc({ ...labels, outcome: 'accepted' }, committed.accepted);
      metrics.records.inc({ ...labels, outcome: 'duplicate' }, committed.duplicates);
      metrics.records.inc({ ...labels, outcome: 'quarantined' }, committed.rejections.length);
      return committed;
    },
    close: async () => {
      await Promise.all([...writers.values()].map((writer) => writer.close()));
    },
  };
}
