import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hanoi } from '@flagtower/city-hanoi';
import { sourceConfigSchema, type LedgerName } from '@flagtower/contracts';
import { ruleBookOf } from '@flagtower/domain';
import { declareSource, ensureLedgers, keyHash, ledgerNamed, ledgerStore, renewKey } from '@flagtower/store';
import { test as base } from '@flagtower/store/testing';
import type { FastifyInstance } from 'fastify';

import { createApp } from '../app.ts';
import { accessOf } from '../auth/access.ts';
import { knownHostsOf } from '../auth/known-hosts.ts';
import { sessionsOf } from '../auth/sessions.ts';
import { ledgerWriters } from '../intake/ledger-writers.ts';
import { createMetrics } from '../ops/metrics.ts';
import type { OpenStore } from '../ops/open-store.ts';

export const adminKey = 'fa_of-the-administrator-of-the-tests';
export const readKey = 'fr_of-a-reader-of-the-tests-01234567';

export interface TestService {
  readonly app: FastifyInstance;
  readonly store: OpenStore;
  readonly dataDir: string;
  /** Declares a source and gives its key. */
  readonly source: (id: string, ledger?: LedgerName) => Promise<string>;
}

/** A service without a port on a database of its own; loopback is what `inject` speaks from. */
export const test = base.extend(
  'service',
  { scope: 'file' },
  async ({ database }, { onCleanup }): Promise<TestService> => {
    const dataDir = await mkdtemp(join(tmpdir(), 'flagtower-aggregator-'));
    await ensureLedgers(database.pool, hanoi.id, hanoi.zone, hanoi.rulesVersion);
    const store: OpenStore = {
      ...ledgerStore(database.pool, ruleBookOf(hanoi), hanoi.incidents?.thresholds ?? []),
      url: database.url,
      close: () => Promise.resolve(),
    };
    const metrics = createMetrics();
    const writers = ledgerWriters(store, { now: Date.now, metrics });
    const app = await createApp({
      service: {
        store,
        city: hanoi,
        now: Date.now,
        dataDir,
        access: accessOf({ admin: keyHash(adminKey), read: keyHash(readKey) }, sessionsOf(database.pool, Date.now)),
        writers,
        metrics,
      },
      knownHosts: knownHostsOf('wall.example'),
      wallFolder: join(dataDir, 'no-wall'),
      logger: false,
    });
    onCleanup(async () => {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    });
    return {
      app,
      store,
      dataDir,
      source: async (id, name = 'trial') => {
        const ledger = await ledgerNamed(database.pool, hanoi.id, name);
        const config = sourceConfigSchema.parse({ id, names: { vi: id, en: id }, ledger: name, zone: hanoi.zone });
        await declareSource(database.pool, ledger.id, config);
        return await renewKey(database.pool, ledger.id, id);
      },
    };
  },
);

export function bearer(key: string): { authorization: string } {
  return { authorization: `Bearer ${key}` };
}
