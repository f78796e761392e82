import { setTimeout as sleep } from 'node:timers/promises';

import { noteFailure } from '../connect/note-failure.ts';
import { waitMs } from '../poll/back-off.ts';
import type { ListenOptions } from './listen-options.ts';
import type { Messages } from './message-batch.ts';

/** A sender is held back meanwhile: when the store is back, it should not wait for long. */
const longestWaitMs = 15_000;

/**
 * Writes messages, again and again until they are durable: nobody will send them a second time.
 * @returns false where they are not when `signal` says to stop
 */
export async function commitMessages(
  options: ListenOptions,
  messages: Messages,
  signal: AbortSignal,
): Promise<boolean> {
  const { writers, ledger, source, metrics } = options;
  for (let failures = 1; ; failures += 1) {
    try {
      await writers.commit(ledger, { source, importId: null, ...messages });
      return true;
    } catch (error) {
      metrics.polls.inc({ source: source.id, outcome: 'failed' });
      await noteFailure(options, error, failures);
    }
    if (signal.aborted) return false;
    await sleep(Math.min(longestWaitMs, waitMs(1, failures)), undefined, { signal }).catch(() => undefined);
  }
}
