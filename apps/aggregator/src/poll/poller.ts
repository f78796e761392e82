import { setTimeout as sleep } from 'node:timers/promises';

import { FlagtowerError, type SourceConfig } from '@flagtower/contracts';
import type { Ledger, Source } from '@flagtower/store';

import { firstCursor, pull, type Cursor, type Pulled } from './pull.ts';
import { readPulled } from './read-pulled.ts';
import type { PollersOptions } from './start-pollers.ts';

export interface Poller {
  /** Resolves when the pull that runs is over. */
  readonly close: () => Promise<void>;
}

export interface PollerOptions extends Pick<PollersOptions, 'writers' | 'metrics' | 'log'> {
  readonly ledger: Ledger;
  readonly source: Source;
  readonly pull: NonNullable<SourceConfig['pull']>;
  readonly fetch?: typeof fetch;
}

const longestWaitMs = 10 * 60_000;

/**
 * Pulls one source again and again. A contact counts also when nothing is new; what came is remembered as seen only
 * after its commit; a source that fails is left alone for longer each time.
 */
export function startPoller(options: PollerOptions): Poller {
  const stopped = new AbortController();
  const done = poll(options, stopped.signal);
  return {
    close: async () => {
      stopped.abort();
      await done;
    },
  };
}

async function poll(options: PollerOptions, signal: AbortSignal): Promise<void> {
  const { log, metrics, source, pull: plan } = options;
  let cursor = firstCursor;
  let failures = 0;
  while (!isStopped(signal)) {
    try {
      const pulled = await pull({ url: plan.url, cursor, signal, fetch: options.fetch ?? fetch });
      await take(options, pulled);
      cursor = pulled.cursor;
      failures = 0;
      metrics.polls.inc({ source: source.id, outcome: pulled.body === null ? 'unchanged' : 'data' });
    } catch (error) {
      if (isStopped(signal)) return;
      failures += 1;
      metrics.polls.inc({ source: source.id, outcome: 'failed' });
      const code = error instanceof FlagtowerError ? error.code : 'INTERNAL';
      // The first failure tells it; a source that stays away shows on the board and not in the log.
      if (failures === 1 || code === 'INTERNAL') log.warn({ source: source.id, code, err: error }, 'pull failed');
    }
    await sleep(waitMs(plan.everySeconds, failures), undefined, { signal }).catch(() => undefined);
  }
}

/** Asked anew: it may have been stopped while we waited. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

const firstRetryMs = 2000;

/**
 * Soon after a first failure, twice as long after each one that follows, up to ten minutes or the source's own interval;
 * a tenth of jitter, so that a city's pollers do not march in step.
 */
export function waitMs(everySeconds: number, failures: number, random: () => number = Math.random): number {
  const base = Math.max(1, everySeconds) * 1000;
  const backedOff = Math.min(Math.max(base, longestWaitMs), firstRetryMs * 2 ** Math.min(failures - 1, 16));
  return Math.round((failures === 0 ? base : backedOff) * (0.9 + 0.2 * random()));
}

async function take(
  { writers, ledger, source, pull: plan }: PollerOptions,
  { body, hash }: Pulled & { readonly cursor: Cursor },
): Promise<void> {
  const read = body === null ? { items: [], rejections: [] } : await readPulled(body, plan.format, source);
  const batchRecords = 2000;
  for (let start = 0; start === 0 || start < read.items.length; start += batchRecords)
    await writers.commit(ledger, {
      source,
      importId: null,
      fileHash: hash,
      items: read.items.slice(start, start + batchRecords),
      rejections: start === 0 ? read.rejections : [],
    });
}
