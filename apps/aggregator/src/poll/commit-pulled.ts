import { instantOf, type Ledger, type Source } from '@flagtower/store';

import { settling } from '../intake/settling.ts';
import type { PollerOptions } from './poller.ts';
import { readPulled, type ReadAnswer } from './read-pulled.ts';

const batchRecords = 2000;

/**
 * Commits what a source answered; nothing new (`null`) is a sign of life all the same.
 * @throws FlagtowerError `BAD_FILE` where it is not what its format says: then nothing of it is committed
 */
export async function commitPulled(
  options: CommitOptions,
  { body, hash }: { readonly body: Uint8Array | null; readonly hash: string | null },
): Promise<void> {
  const { ledger, source, pull: plan, now } = options;
  const read: ReadAnswer =
    body === null
      ? { items: [], rejections: [], snapshot: null }
      : await readPulled(body, plan, source, instantOf(now()));
  const commit = (): Promise<void> => commitAnswer(options, read, hash);
  // What is unchanged was not read again.
  if (body === null || hash === null) await commit();
  else await settling(options, { ledgerId: ledger.id, sourceId: source.id, fileHash: hash }, commit);
}

async function commitAnswer(
  { writers, ledger, source }: CommitOptions,
  { items, rejections, snapshot }: ReadAnswer,
  hash: string | null,
): Promise<void> {
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

type CommitOptions = Pick<PollerOptions, 'store' | 'writers' | 'pull' | 'now'> & {
  readonly ledger: Ledger;
  readonly source: Source;
};
