import { setTimeout as sleep } from 'node:timers/promises';

import { noteFailure } from '../connect/note-failure.ts';
import { waitMs } from './back-off.ts';
import type { PollerOptions } from './poller.ts';
import { waitAskedFor } from './refusal.ts';

/**
 * Asks a source again and again until it is told to stop. One that fails is left alone for longer each time, and for as long as it
 * says itself.
 * @param askOnce says whether anything new came; what it throws is told on the sources board
 */
export async function askAgain(
  options: PollerOptions,
  signal: AbortSignal,
  askOnce: () => Promise<'data' | 'unchanged'>,
): Promise<void> {
  const { metrics, source, pull: plan } = options;
  let failures = 0;
  let waitAsked = 0;
  while (!isStopped(signal)) {
    try {
      const outcome = await askOnce();
      [failures, waitAsked] = [0, 0];
      metrics.polls.inc({ source: source.id, outcome });
    } catch (error) {
      if (isStopped(signal)) return;
      failures += 1;
      waitAsked = Math.min(waitAskedFor(error), 3600) * 1000;
      metrics.polls.inc({ source: source.id, outcome: 'failed' });
      await noteFailure(options, error, failures);
    }
    const ms = Math.max(waitAsked, waitMs(plan.everySeconds, failures));
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }
}

/** Asked anew: it may have been stopped while we waited. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}
