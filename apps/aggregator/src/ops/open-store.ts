import type { City } from '@flagtower/contracts';
import { ruleBookOf } from '@flagtower/domain';
import {
  declareSource,
  ensureLedgers,
  ledgersOf,
  ledgerStore,
  migrate,
  openPostgres,
  sourcesOf,
  type LedgerStore,
} from '@flagtower/store';
import { Pool } from 'pg';

/** Where the ledgers are kept. */
export type StorePlace = { readonly databaseUrl: string } | { readonly dataDir: string };

/** A store whose schema is ours and whose ledgers and declared sources are there. */
export interface OpenStore extends LedgerStore {
  /** Holds a password: not for logs. */
  readonly url: string;
  close(): Promise<void>;
}

export interface OpenStoreOptions {
  readonly city: City;
  /** Connections at the most. */
  readonly connections?: number;
  readonly onChange?: (change: 'lost' | 'back' | { readonly failed: unknown }) => void;
}

/**
 * Opens the store, joining the PostgreSQL that a service on the same folder started.
 * @throws FlagtowerError that says what to do
 */
export async function openStore(
  place: StorePlace,
  { city, connections = 10, onChange }: OpenStoreOptions,
): Promise<OpenStore> {
  const postgres = await openPostgres(
    'databaseUrl' in place || onChange === undefined ? place : { ...place, onChange },
  );
  const pool = new Pool({ connectionString: postgres.url, max: connections, application_name: 'flagtower' });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process. A connection on
  // its way out has left the pool and needs one of its own.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await migrate(pool);
    await ensureLedgers(pool, city.id, city.zone, city.rulesVersion);
    await declareMissing(pool, city);
  } catch (error) {
    await pool.end();
    await postgres.close();
    throw error;
  }
  return {
    ...ledgerStore(pool, ruleBookOf(city), city.incidents?.thresholds ?? []),
    url: postgres.url,
    async close() {
      await pool.end();
      await postgres.close();
    },
  };
}

/** A source that an operator has changed stays as it is. */
async function declareMissing(pool: Pool, city: City): Promise<void> {
  for (const ledger of await ledgersOf(pool, city.id)) {
    const declared = new Set((await sourcesOf(pool, ledger.id)).map(({ id }) => id));
    for (const config of city.sources)
      if (config.ledger === ledger.name && !declared.has(config.id)) await declareSource(pool, ledger.id, config);
  }
}
