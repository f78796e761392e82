import { setTimeout as sleep } from 'node:timers/promises';

import { FlagtowerError, type ProblemCode } from '@flagtower/contracts';

/** What passes by itself: a service that starts, restarts, or is busy. */
const passing: ReadonlySet<ProblemCode> = new Set(['STORE_UNAVAILABLE', 'TOO_MANY_REQUESTS', 'DISK_FULL']);
const firstPauseMs = 250;
const longestPauseMs = 10_000;

export interface Patience {
  readonly signal: AbortSignal;
  /** Called before each pause. */
  readonly onWait: (error: FlagtowerError, pauseMs: number) => void;
}

/**
 * Tries until it works, with pauses that double up to 10 s.
 * @throws FlagtowerError at once where waiting would not help
 * @throws DOMException AbortError when the signal asks to stop
 */
export async function patiently<T>(attempt: () => Promise<T>, { signal, onWait }: Patience): Promise<T> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof FlagtowerError) || !passing.has(error.code)) throw error;
      onWait(error, pauseMs);
    }
    await sleep(pauseMs, undefined, { signal });
  }
}
