import { FlagtowerError } from '@flagtower/contracts';
import type { Batch, Committed } from '@flagtower/store';

type Wanted = Pick<Batch, 'source' | 'importId' | 'fileHash' | 'items' | 'rejections' | 'snapshot'>;

interface Waiting {
  readonly batch: Wanted;
  readonly resolve: (committed: Committed) => void;
  readonly reject: (error: unknown) => void;
}

/** One writer a ledger: a ledger has one commit order, two writers would only wait for each other's lock. */
export interface LedgerWriter {
  /** Resolves when the batch is durable. */
  readonly commit: (batch: Wanted) => Promise<Committed>;
  /** Resolves when everything that waited was written; nothing more is taken. */
  readonly close: () => Promise<void>;
}

/** Records of one transaction at the most; more would make everybody wait for the last one's. */
const groupRecords = 2000;
/** Records that may wait, a few seconds' work and some 60 MB; beyond, a sender is asked to come back. */
const queueRecords = 50_000;

/**
 * Gathers what waits while a commit runs into the next one, so that many small requests share one wait for the disk.
 * @param write commits batches together: all or none
 */
export function ledgerWriter(write: (batches: readonly Wanted[]) => Promise<readonly Committed[]>): LedgerWriter {
  let queue: Waiting[] = [];
  let queued = 0;
  let running: Promise<void> | null = null;
  let isClosed = false;

  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      const group = nextGroup(queue);
      queue = queue.slice(group.length);
      await writeGroup(group, write);
      queued -= group.reduce((sum, { batch }) => sum + batch.items.length, 0);
    }
    running = null;
  };
  return {
    commit: async (batch) => {
      if (isClosed) throw new FlagtowerError('STORE_UNAVAILABLE', 'the service is stopping', { remedy: 'send again' });
      if (queued > queueRecords)
        throw new FlagtowerError('TOO_MANY_REQUESTS', 'more is waiting than can be written', {
          remedy: 'send again in a few seconds; nothing was acknowledged',
        });
      const { promise, resolve, reject } = Promise.withResolvers<Committed>();
      queue.push({ batch, resolve, reject });
      queued += batch.items.length;
      running ??= drain();
      return await promise;
    },
    close: async () => {
      isClosed = true;
      await running;
    },
  };
}

function nextGroup(queue: readonly Waiting[]): Waiting[] {
  const group: Waiting[] = [];
  let records = 0;
  for (const waiting of queue) {
    if (group.length > 0 && records + waiting.batch.items.length > groupRecords) break;
    group.push(waiting);
    records += waiting.batch.items.length;
  }
  return group;
}

async function writeGroup(
  group: readonly Waiting[],
  write: (batches: readonly Wanted[]) => Promise<readonly Committed[]>,
): Promise<void> {
  try {
    const committed = await write(group.map(({ batch }) => batch));
    for (const [index, { resolve, reject }] of group.entries()) {
      const answer = committed[index];
      if (answer === undefined) reject(new TypeError('every batch has an answer'));
      else resolve(answer);
    }
  } catch (error) {
    // One that cannot be written must not take the others down: each has its own try.
    if (group.length > 1) for (const waiting of group) await writeGroup([waiting], write);
    else for (const { reject } of group) reject(error);
  }
}
