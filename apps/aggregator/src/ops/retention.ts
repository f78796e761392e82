import type { City } from '@flagtower/contracts';
import { conductDays, forgetConduct, ledgersOf, sealDays } from '@flagtower/store';
import type { FastifyBaseLogger } from 'fastify';

import type { OpenStore } from './open-store.ts';
import { repeatedWork, type RepeatedWork } from './repeated-work.ts';

export interface RetentionOptions {
  readonly store: OpenStore;
  readonly city: City;
  /** Days that raw readings are kept; their roll-ups stay. */
  readonly keepDays: number;
  readonly now: () => number;
  readonly log: FastifyBaseLogger;
}

export const defaultKeepDays = 30;

const dayMs = 86_400_000;
/** Of one source: one that is always late must not fill the table. */
const mostSilences = 20_000;
const everyMs = 60 * 60_000;

/** Lets raw readings go once they are older than is kept: looked at each hour, so that a restart misses nothing. */
export function retention({ store, city, keepDays, now, log }: RetentionOptions): RepeatedWork {
  const run = async (): Promise<void> => {
    const keptFrom = new Date(now() - keepDays * dayMs).toISOString().slice(0, 10);
    for (const ledger of await ledgersOf(store.pool, city.id)) {
      await forgetConduct(store.pool, ledger.id, { before: now() - (conductDays + 1) * dayMs, most: mostSilences });
      const sealed = await sealDays(store.pool, ledger.id, keptFrom, now());
      if (sealed.length > 0)
        log.info(
          { ledger: ledger.name, keptFrom, days: sealed.length },
          'raw readings were let go, their roll-ups sealed',
        );
    }
  };
  return repeatedWork(everyMs, run, (error) => log.error({ err: error }, 'raw readings could not be let go'));
}
