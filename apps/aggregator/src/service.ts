import type { City } from '@flagtower/contracts';
import type { FastifyBaseLogger } from 'fastify';

import type { Access } from './auth/access.ts';
import type { LedgerWriters } from './intake/ledger-writers.ts';
import type { Metrics } from './ops/metrics.ts';
import type { OpenStore } from './ops/open-store.ts';

/** What the parts of a running service share. */
export interface Service {
  readonly store: OpenStore;
  readonly city: City;
  /** The service's clock, epoch milliseconds. */
  readonly now: () => number;
  readonly dataDir: string;
  readonly access: Access;
  readonly writers: LedgerWriters;
  readonly metrics: Metrics;
  readonly log: FastifyBaseLogger;
}
