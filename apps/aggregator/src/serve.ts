import { resolve } from 'node:path';

import type { City, MadeInvitation } from '@flagtower/contracts';
import { FlagtowerError } from '@flagtower/contracts';
import { findAccount, inTransaction, ledgersOf, openDataFolder, sourcesOf } from '@flagtower/store';
import type { FastifyInstance } from 'fastify';

import { createApp } from './app.ts';
import { giveSourcesKeys, keepFirstAdminLink, openAccessKeys } from './auth/access-keys.ts';
import { accessOf, type Access } from './auth/access.ts';
import { inviteFirstAdmin } from './auth/invite.ts';
import { knownHostsOf } from './auth/known-hosts.ts';
import { sessionsOf } from './auth/sessions.ts';
import { startConnectors } from './connect/start-connectors.ts';
import { ledgerWriters } from './intake/ledger-writers.ts';
import { clearUploads } from './intake/upload.ts';
import { balanceSealing } from './ops/balance-sealing.ts';
import type { Env } from './ops/env.ts';
import { logOptions } from './ops/log-options.ts';
import { createMetrics } from './ops/metrics.ts';
import { openStore, type OpenStore, type StorePlace } from './ops/open-store.ts';
import { defaultKeepDays, retention } from './ops/retention.ts';
import { ruleAdoption } from './ops/rule-adoption.ts';
import { selfAudit } from './ops/self-audit.ts';
import { buildOf, wallFolder } from './ops/wall-files.ts';
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
  /** Where the first administrator makes an account; `null`: there is an administrator. */
  readonly firstAdmin: string | null;
  /** Stops taking requests, writes what waits, leaves the store. */
  readonly close: () => Promise<void>;
}

/**
 * Runs the aggregator: store → keys → intake → stream → port → pollers.
 * @throws FlagtowerError `PORT_BUSY`, `FOLDER_NOT_OURS`, `DISK_FULL` and others of the store, each with what to do
 */
export async function serve(options: ServeOptions): Promise<RunningService> {
  /** In the order of opening; what was opened last is closed first. */
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) await closer();
  };
  try {
    const { app, invitation } = await open(options, (closer) => closers.push(closer));
    const url = urlOf(app);
    return { url, app, firstAdmin: invitation === null ? null : new URL(invitation.path, url).href, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  { now = Date.now, ...options }: ServeOptions,
  onClose: (closer: () => Promise<void>) => void,
): Promise<{ app: FastifyInstance; invitation: MadeInvitation | null }> {
  const { city, dataDir, env } = options;
  const wall = resolve(env.FLAGTOWER_WALL ?? wallFolder);
  const lost = { tell: (_change: string) => undefined as unknown };
  const store = await openServiceStore(options, (change) => void lost.tell(change));
  onClose(() => store.close());
  const access = await openAccess(options, store, now);
  const metrics = createMetrics();
  const writers = ledgerWriters(store, { now, metrics });
  onClose(writers.close);
  const app = await createApp({
    service: { store, city, now, dataDir, access, writers, metrics },
    knownHosts: knownHostsOf(env.FLAGTOWER_HOSTS),
    wallFolder: wall,
    logger: logOptions(env.LOG_LEVEL),
  });
  onClose(() => app.close());
  lost.tell = (change) => app.log.warn({ change }, 'the store went away or came back');
  const stream = await options.startStream({
    server: app.server,
    store,
    city,
    now,
    redisUrl: env.REDIS_URL ?? null,
    build: buildOf(wall),
    mayFollow: access.mayFollow,
    onTick: (seconds) => metrics.tickSeconds.observe(seconds),
    log: app.log,
  });
  onClose(stream.close);
  const clients = setInterval(() => metrics.clients.set(stream.clients()), 1000);
  clients.unref();
  tellUnused(env, app.log);
  const invitation = await inviteFirstAdmin(store.pool, now());
  await keepFirstAdminLink(dataDir, invitation);
  await listen(app, options);
  const shared = { store, city, metrics, now, log: app.log };
  const background = [
    await startConnectors({
      ...shared,
      writers,
      secrets: env,
      mqttUrl: env.MQTT_URL ?? null,
      syslogHost: env.FLAGTOWER_SYSLOG_HOST ?? '127.0.0.1',
      node: env.FLAGTOWER_NODE ?? null,
    }),
    ruleAdoption(shared),
    selfAudit(shared),
    balanceSealing(shared),
    retention({ ...shared, keepDays: env.FLAGTOWER_KEEP_DAYS ?? defaultKeepDays }),
  ];
  onClose(async () => {
    clearInterval(clients);
    await Promise.all(background.map((each) => each.close()));
  });
  return { app, invitation };
}

/** Variables of a larger installation that this release reads and does nothing with. */
function tellUnused({ REDIS_URL }: Env, log: FastifyInstance['log']): void {
  if (REDIS_URL !== undefined) log.warn('REDIS_URL is not used yet: each service streams what it reads from the store');
}

async function openServiceStore(
  { place, city, dataDir }: Omit<ServeOptions, 'now'>,
  onChange: (change: string) => void,
): Promise<OpenStore> {
  if ('databaseUrl' in place) await openDataFolder(dataDir, await findAccount());
  return await openStore(place, {
    city,
    connections: 16,
    onChange: (change) => onChange(typeof change === 'string' ? change : 'failed'),
  });
}

/** Any number will do, as long as every version uses it. */
const keysLock = 4_711_003;

/** The keys of this folder, and keys for the sources that have none yet. */
async function openAccess(
  { city, dataDir, env }: Omit<ServeOptions, 'now'>,
  { pool }: OpenStore,
  now: () => number,
): Promise<Access> {
  await clearUploads(dataDir, Date.now());
  const given = { admin: env.FLAGTOWER_ADMIN_KEY, read: env.FLAGTOWER_READ_KEY };
  // Of several services that start at once on one folder, one makes the keys and the others find them.
  return await inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [keysLock]);
    const access = accessOf(await openAccessKeys(dataDir, given), sessionsOf(pool, now));
    for (const ledger of await ledgersOf(client, city.id))
      await giveSourcesKeys(client, dataDir, await sourcesOf(client, ledger.id));
    return access;
  });
}

async function listen(app: FastifyInstance, { host, port }: ServeOptions): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
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
