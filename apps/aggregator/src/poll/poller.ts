import type { SourceConfig } from '@flagtower/contracts';
import { keepCursor, readCursor, type Ledger, type LedgerStore, type Source } from '@flagtower/store';
import { z } from 'zod';

import type { ConnectorsOptions } from '../connect/start-connectors.ts';
import { untilClosed, type Running } from '../connect/until-closed.ts';
import { askAgain } from './ask-again.ts';
import { commitPulled } from './commit-pulled.ts';
import { cursorSchema, firstCursor, pull, type Cursor } from './pull.ts';

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
  const { pull: plan, secrets, fetch: send = fetch } = options;
  let cursor: Cursor | null = null;
  await askAgain(options, signal, async () => {
    cursor ??= await keptCursor(options);
    const pulled = await pull({ plan, secrets, cursor, signal, fetch: send });
    await commitPulled(options, pulled);
    await keep(options, cursor, pulled.cursor);
    cursor = pulled.cursor;
    return pulled.body === null ? 'unchanged' : 'data';
  });
}

const keptSchema = z.object({ of: z.string(), cursor: cursorSchema });

/** What was seen under another configuration is seen by nobody. */
function configOf({ source: { config }, pull: plan }: PollerOptions): string {
  return JSON.stringify([plan, config.zone]);
}

async function keptCursor(options: PollerOptions): Promise<Cursor> {
  const kept = keptSchema.safeParse(await readCursor(options.store.pool, options.source));
  return kept.success && kept.data.of === configOf(options) ? kept.data.cursor : firstCursor;
}

async function keep(options: PollerOptions, before: Cursor, cursor: Cursor): Promise<void> {
  if (JSON.stringify(before) !== JSON.stringify(cursor))
    await keepCursor(options.store.pool, options.source, { of: configOf(options), cursor });
}
