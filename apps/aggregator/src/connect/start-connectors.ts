import type { City } from '@flagtower/contracts';
import { ledgersOf, sourcesOf, type Ledger, type Source } from '@flagtower/store';
import type { FastifyBaseLogger } from 'fastify';

import type { LedgerWriters } from '../intake/ledger-writers.ts';
import { startListener } from '../mqtt/start-listener.ts';
import type { SourceSecrets } from '../ops/env.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { OpenStore } from '../ops/open-store.ts';
import { repeatedWork } from '../ops/repeated-work.ts';
import { startPoller, type PollerOptions } from '../poll/poller.ts';
import { startRequests } from '../poll/requests/start-requests.ts';
import { startSyslog } from '../syslog/start-syslog.ts';
import type { Running } from './until-closed.ts';

export interface ConnectorsOptions {
  readonly store: OpenStore;
  readonly city: City;
  readonly writers: LedgerWriters;
  readonly metrics: Metrics;
  readonly now: () => number;
  readonly log: FastifyBaseLogger;
  readonly secrets: SourceSecrets;
  /** The broker, with a name and password where it wants them; `null`: there is none. */
  readonly mqttUrl: string | null;
  /** Address on which syslog is listened for. */
  readonly syslogHost: string;
  /** Name of this service among several; `null`: the machine's. */
  readonly node: string | null;
}

/** How often sources that were declared, changed or paused meanwhile are looked for. */
const lookMs = 5000;

/**
 * Fetches from every source that says how. What is declared, changed, paused or resumed later, by whatever node or command
 * line, is found within seconds; the others do not notice.
 */
export async function startConnectors(
  options: ConnectorsOptions & { readonly lookEveryMs?: number },
): Promise<{ readonly close: () => Promise<void> }> {
  const { store, city, log } = options;
  const held = new Map<string, { readonly wanted: string; readonly connectors: readonly Running[] }>();
  const look = async (): Promise<void> => {
    for (const ledger of await ledgersOf(store.pool, city.id))
      for (const source of await sourcesOf(store.pool, ledger.id)) {
        const name = `${ledger.name}/${source.id}`;
        const wanted = source.pausedAt === null ? JSON.stringify(source.config) : 'paused';
        if (held.get(name)?.wanted === wanted) continue;
        await Promise.all((held.get(name)?.connectors ?? []).map((each) => each.close()));
        held.set(name, { wanted, connectors: source.pausedAt === null ? connectorsOf(options, ledger, source) : [] });
      }
  };
  await look();
  const looking = repeatedWork(options.lookEveryMs ?? lookMs, look, (error) =>
    log.warn({ err: error }, 'looking for sources to ask failed'),
  );
  return {
    close: async () => {
      await looking.close();
      await Promise.all([...held.values()].flatMap(({ connectors }) => connectors.map((each) => each.close())));
    },
  };
}

function connectorsOf(options: ConnectorsOptions, ledger: Ledger, source: Source): Running[] {
  const { pull, mqtt, syslog } = source.config;
  return [
    ...(pull === undefined ? [] : [startPulling({ ...options, ledger, source, pull })]),
    ...(mqtt === undefined ? [] : [startListener({ ...options, ledger, source, mqtt })]),
    ...(syslog === undefined ? [] : [startSyslog({ ...options, ledger, source, syslog })]),
  ];
}

function startPulling(options: PollerOptions): Running {
  const { requests } = options.pull;
  return requests === undefined ? startPoller(options) : startRequests({ ...options, requests });
}
