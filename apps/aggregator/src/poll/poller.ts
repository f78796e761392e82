import type { SourceConfig } from '@flagtower/contracts';
import type { Ledger, LedgerStore, Source } from '@flagtower/store';

import type { ConnectorsOptions } from '../connect/start-connectors.ts';
import { untilClosed, type Running } from '../connect/until-closed.ts';
import { askAgain } from './ask-again.ts';
import { commitPulled } from './commit-pulled.ts';
import { keptPlace } from './kept-place.ts';
import { askedAnew, cursorSchema, firstCursor, pull, type Cursor } from './pull.ts';

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
  // What was seen under another configuration is seen by nobody.
  const kept = keptPlace(options, JSON.stringify(plan), cursorSchema);
  let cursor: Cursor | null = null;
  let notModified = 0;
  await askAgain(options, signal, async () => {
    cursor ??= (await kept.read()) ?? firstCursor;
    const pulled = await pull({ plan, secrets, cursor: askedAnew(cursor, notModified), signal, fetch: send });
    await commitPulled(options, pulled);
    await kept.keep(cursor, pulled.cursor);
    notModified = pulled.hash === null ? notModified + 1 : 0;
    cursor = pulled.cursor;
    return pulled.body === null ? 'unchanged' : 'data';
  });
}
