import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';

import { Client, type Pool, type PoolClient } from 'pg';

const askers = new AsyncLocalStorage<AbortSignal>();

/**
 * Runs work for somebody who may leave before it is done, such as a page that is closed: once `gone` is aborted, what the work
 * still reads from a snapshot of the store is ended there and fails. Writes are not touched.
 */
export function askedBy<Result>(gone: AbortSignal, work: () => Result): Result {
  return askers.run(gone, work);
}

/**
 * Reads for whoever asked, if anybody did; when they are gone, the statement that runs is cancelled, and any that follows.
 * The connection is the caller's again only when no cancelling is under way that could hit what runs on it next.
 * @throws what the asker's signal was aborted with
 */
export async function whileAsked<Result>(pool: Pool, client: PoolClient, read: () => Promise<Result>): Promise<Result> {
  const gone = askers.getStore();
  if (gone === undefined) return await read();
  gone.throwIfAborted();
  const over = new AbortController();
  const cancelling: Promise<void>[] = [];
  const onGone = (): void => {
    cancelling.push(cancelUntil(over.signal, pool, client));
  };
  gone.addEventListener('abort', onGone, { once: true });
  try {
    return await read();
  } catch (error) {
    gone.throwIfAborted();
    throw error;
  } finally {
    gone.removeEventListener('abort', onGone);
    over.abort();
    await Promise.all(cancelling);
  }
}

/** Between two statements there is nothing to cancel, and the next one is on its way. */
const againMs = 50;

/** Over a connection of its own: those of the pool may all wait for what is to be cancelled. */
async function cancelUntil(over: AbortSignal, pool: Pool, client: PoolClient): Promise<void> {
  const other = new Client(pool.options);
  try {
    await other.connect();
    while (!over.aborted) {
      await other.query('select pg_cancel_backend($1)', [processOf(client)]);
      await setTimeout(againMs, undefined, { signal: over }).catch(() => undefined);
    }
    await other.end();
  } catch {
    // The statements go on to their own end, as they would without an asker.
  }
}

/** `pg` knows it since the connection was made; its types do not say so. */
function processOf(client: PoolClient): number | null {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : null;
}
