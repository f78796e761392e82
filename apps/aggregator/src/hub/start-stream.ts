import { randomUUID } from 'node:crypto';

import { Engine } from '../engine/engine.ts';
import type { StartStream } from '../stream.ts';
import { Hub } from './hub.ts';

/** Engine and hub of one node. Each node has its own epoch: a client that lands on another one gets a snapshot. */
export const startStream: StartStream = async ({ server, store, city, now, build, mayFollow, onTick, log }) => {
  const epoch = randomUUID();
  const publishing: { hub: Hub | null } = { hub: null };
  const engine = new Engine({
    pool: store.pool,
    databaseUrl: store.url,
    city,
    epoch,
    now,
    onDelta: (delta) => publishing.hub?.publish(delta),
    onTick: (_ledger, tookMs) => {
      onTick(tookMs / 1000);
    },
    onFailure: (error) => {
      log.error({ code: codeOf(error) }, 'a tick failed; the next one tries again');
    },
  });
  const hub = new Hub({
    http: server,
    epoch,
    build,
    now,
    engineOf: (ledger) => engine.of(ledger),
    awake: () => engine.awake(),
    mayFollow,
    log,
  });
  publishing.hub = hub;
  await engine.start();
  return {
    clients: () => hub.clients,
    async close() {
      await hub.close();
      await engine.close();
    },
  };
};

/** A database error's message quotes what it was given: only its code is logged. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
