import { instantOf, type Ledger, type Source } from '@flagtower/store';

import type { PollerOptions } from './poller.ts';
import { readPulled, type ReadAnswer } from './read-pulled.ts';

const batchRecords = 2000;

/**
 * Commits what a source answered; nothing new (`null`) is a sign of life all the same.
 * @throws FlagtowerError `BAD_FILE` where it is not what its format says: then nothing of it is committed
 */
export async function commitPulled(
  { writers, ledger, source, pull: plan, now }: CommitOptions,
  { body, hash }: { readonly body: Uint8Array | null; readonly hash: string | null },
): Promise<void> {
  const { items, rejections, snapshot }: ReadAnswer =
    body === null
      ? { items: [], rejections: [], snapshot: null }
      : await readPulled(body, plan, source, instantOf(now()));
  for (let from = 0; from === 0 || from < items.length; from += batchRecords)
    await writers.commit(ledger, {
      source,
      importId: null,
      fileHash: hash,
      items: items.slice(from, from + batchRecords),
      rejections: from === 0 ? rejections : [],
      snapshot,
    });
}

type CommitOptions = Pick<PollerOptions, 'writers' | 'pull' | 'now'> & {
  readonly ledger: Ledger;
  readonly source: Source;
};
