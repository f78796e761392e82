import { resolve } from 'node:path';

import type { City } from '@flagtower/contracts';
import { FlagtowerError } from '@flagtower/contracts';
import { findAccount, openDataFolder, sourcesOf, ledgersOf } from '@flagtower/store';
import type { FastifyInstance } from 'fastify';

import { createApp } from './app.ts';
import { giveSourcesKeys, openAccessKeys } from './auth/access-keys.ts';
import { accessOf } from './auth/access.ts';
import { knownHostsOf } from './auth/known-hosts.ts';
import { ledgerWriters } from './intake/ledger-writers.ts';
import { clearUploads } from './intake/upload.ts';
import type { Env } from './ops/env.ts';
import { logOptions } from './ops/log-options.ts';
import { createMetrics } from './ops/metrics.ts';
import { openStore, type StorePlace } from './ops/open-store.ts';
import { defaultKeepDays, retention } from './ops/retention.ts';
import { selfAudit } from './ops/self-audit.ts';
import { buildOf, wallFolder } from './ops/wall-files.ts';
import { startPollers } from './poll/start-pollers.ts';
import type { StartStream } from './stream.ts';

export interface ServeOptions {
  readonly city: City;
  readonly place: StorePlace;
  /** Keys, uploads and, without a database server, the store. */
  readonly dataDir: string;
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  readonly env: Env;
  readonly startStream: StartStream;
  readonly now?: () => number;
}

export interface RunningService {
  readonly url: string;
  readonly app: FastifyInstance;
  /** Stops taking requests, writes what waits, leaves the store. */
  readonly close: () => Promise<void>;
}

/**
 * Runs the aggregator: store → keys → intake → pollers → stream → port.
 * @throws FlagtowerError `PORT_BUSY`, `FOLDER_NOT_OURS`, `DISK_FULL` and others of the store, each with what to do
 */
export async function serve({ now = Date.now, ...options }: ServeOptions): Promise<RunningService> {
  const { city, place, dataDir, env } = options;
  const wall = resolve(env.FLAGTOWER_WALL ?? wallFolder);
  if ('databaseUrl' in place) await openDataFolder(dataDir, await findAccount());
  const lost = { tell: (_change: string) => undefined as unknown };
  const store = await openStore(place, {
    city,
    connections: 16,
    onChange: (change) => void lost.tell(typeof change === 'string' ? change : 'failed'),
  });
  try {
    await clearUploads(dataDir);
    const access = accessOf(
      await openAccessKeys(dataDir, { admin: env.FLAGTOWER_ADMIN_KEY, read: env.FLAGTOWER_READ_KEY }),
    );
    for (const ledger of await ledgersOf(store.pool, city.id))
      await giveSourcesKeys(store.pool, dataDir, await sourcesOf(store.pool, ledger.id));
    const metrics = createMetrics();
    const writers = ledgerWriters(store, { now, metrics });
    const app = await createApp({
      service: { store, city, now, dataDir, access, writers, metrics },
      knownHosts: knownHostsOf(env.FLAGTOWER_HOSTS),
      wallFolder: wall,
      logger: logOptions(env.LOG_LEVEL),
    });
    lost.tell = (change) => app.log.warn({ change }, 'the store went away or came back');
    const stream = await options.startStream({
      server: app.server,
      store,
      city,
      now,
      redisUrl: env.REDIS_URL ?? null,
      build: buildOf(wall),
      mayRead: access.mayRead,
      onTick: (seconds) => metrics.tickSeconds.observe(seconds),
      log: app.log,
    });
    const clients = setInterval(() => metrics.clients.set(stream.clients()), 1000);
    clients.unref();
    await listen(app, options);
    const pollers = await startPollers({ store, city, writers, metrics, now, log: app.log });
    const audit = selfAudit({ store, city, metrics, now, log: app.log });
    const keeping = retention({
      store,
      city,
      keepDays: env.FLAGTOWER_KEEP_DAYS ?? defaultKeepDays,
      now,
      log: app.log,
    });
    return {
      url: urlOf(app),
      app,
      async close() {
        clearInterval(clients);
        await Promise.all([pollers.close(), audit.close(), keeping.close()]);
        await stream.close();
        await app.close();
        await writers.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function listen(app: FastifyInstance, { host, port }: ServeOptions): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw cause;
    throw new FlagtowerError(
      'PORT_BUSY',
      code === 'EACCES'
        ? `port ${String(port)} is not for this user`
        : `port ${String(port)} is in use${await whoIsThere(host, port)}`,
      { remedy: 'choose another one with --port N, or stop what uses it', cause },
    );
  }
}

/** A service of ours on the same port is the commonest reason. */
async function whoIsThere(host: string, port: number): Promise<string> {
  try {
    const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    const answer = await fetch(`http://${name}:${String(port)}/healthz`, { signal: AbortSignal.timeout(1000) });
    return answer.ok ? ', by a Flagtower that runs already: open it at this address' : '';
  } catch {
    // Something else, that speaks no HTTP.
    return '';
  }
}

function urlOf(app: FastifyInstance): string {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a service that listens has a port');
  const host = address.address === '::' || address.address === '0.0.0.0' ? '127.0.0.1' : address.address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(address.port)}`;
}
