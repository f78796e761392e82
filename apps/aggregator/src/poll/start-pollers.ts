import type { City } from '@flagtower/contracts';
import { ledgersOf, sourcesOf } from '@flagtower/store';
import type { FastifyBaseLogger } from 'fastify';

import type { LedgerWriters } from '../intake/ledger-writers.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { OpenStore } from '../ops/open-store.ts';
import { startPoller, type Poller } from './poller.ts';

export interface PollersOptions {
  readonly store: OpenStore;
  readonly city: City;
  readonly writers: LedgerWriters;
  readonly metrics: Metrics;
  readonly now: () => number;
  readonly log: FastifyBaseLogger;
}

/** How often sources that were declared meanwhile are looked for. */
const lookMs = 10_000;

/** Pulls every source that says where it is to be pulled from; a source that is declared later is found within seconds. */
export async function startPollers(options: PollersOptions): Promise<{ readonly close: () => Promise<void> }> {
  const { store, city, log } = options;
  const pollers = new Map<string, { readonly config: string; readonly poller: Poller }>();
  const look = async (): Promise<void> => {
    for (const ledger of await ledgersOf(store.pool, city.id))
      for (const source of await sourcesOf(store.pool, ledger.id)) {
        const name = `${ledger.name}/${source.id}`;
        const config = JSON.stringify(source.config);
        const held = pollers.get(name);
        if (held?.config === config) continue;
        await held?.poller.close();
        pollers.delete(name);
        const { pull } = source.config;
        if (pull !== undefined)
          pollers.set(name, { config, poller: startPoller({ ...options, ledger, source, pull }) });
      }
  };
  await look();
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.warn({ err: error }, 'looking for sources to pull failed'));
  }, lookMs);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      await Promise.all([...pollers.values()].map(({ poller }) => poller.close()));
    },
  };
}
