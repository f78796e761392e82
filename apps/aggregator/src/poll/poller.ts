import { setTimeout as sleep } from 'node:timers/promises';

import type { SourceConfig } from '@flagtower/contracts';
import { instantOf, keepCursor, readCursor, type Ledger, type LedgerStore, type Source } from '@flagtower/store';
import { z } from 'zod';

import { noteFailure } from '../connect/note-failure.ts';
import type { ConnectorsOptions } from '../connect/start-connectors.ts';
import { untilClosed, type Running } from '../connect/until-closed.ts';
import { waitMs } from './back-off.ts';
import { cursorSchema, firstCursor, pull, waitAskedFor, type Cursor, type Pulled } from './pull.ts';
import { readPulled, type ReadAnswer } from './read-pulled.ts';

export interface PollerOptions extends Pick<ConnectorsOptions, 'writers' | 'metrics' | 'log' | 'now' | 'secrets'> {
  readonly store: LedgerStore;
  readonly ledger: Ledger;
  readonly source: Source;
  readonly pull: NonNullable<SourceConfig['pull']>;
  readonly fetch?: typeof fetch;
}

/**
 * Pulls one source again and again. A contact counts also when nothing is new; what came is remembered as seen only
 * after its commit, also by the service that starts next; a source that fails is left alone for longer each time.
 */
export function startPoller(options: PollerOptions): Running {
  return untilClosed((signal) => poll(options, signal));
}

async function poll(options: PollerOptions, signal: AbortSignal): Promise<void> {
  const { metrics, source, pull: plan } = options;
  let cursor: Cursor | null = null;
  let failures = 0;
  let waitAsked = 0;
  while (!isStopped(signal)) {
    try {
      cursor ??= await keptCursor(options);
      const pulled = await pull({ plan, secrets: options.secrets, cursor, signal, fetch: options.fetch ?? fetch });
      await take(options, pulled);
      await keep(options, cursor, pulled.cursor);
      cursor = pulled.cursor;
      [failures, waitAsked] = [0, 0];
      metrics.polls.inc({ source: source.id, outcome: pulled.body === null ? 'unchanged' : 'data' });
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

const keptSchema = z.object({ of: z.string(), cursor: cursorSchema });

/** What was seen under another configuration is seen by nobody. */
function configOf(plan: PollerOptions['pull']): string {
  return JSON.stringify(plan);
}

async function keptCursor({ store, source, pull: plan }: PollerOptions): Promise<Cursor> {
  const kept = keptSchema.safeParse(await readCursor(store.pool, source));
  return kept.success && kept.data.of === configOf(plan) ? kept.data.cursor : firstCursor;
}

async function keep({ store, source, pull: plan }: PollerOptions, before: Cursor, cursor: Cursor): Promise<void> {
  if (JSON.stringify(before) !== JSON.stringify(cursor))
    await keepCursor(store.pool, source, { of: configOf(plan), cursor });
}

const batchRecords = 2000;

async function take(
  { writers, ledger, source, pull: plan, now }: PollerOptions,
  { body, hash }: Pulled,
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
