import type { City } from '@flagtower/contracts';
import { ledgersOf, sealBalances, type SealOptions } from '@flagtower/store';
import type { FastifyBaseLogger } from 'fastify';

import type { OpenStore } from './open-store.ts';
import { repeatedWork, type RepeatedWork } from './repeated-work.ts';

export interface BalanceSealingOptions {
  readonly store: OpenStore;
  readonly city: City;
  readonly log: FastifyBaseLogger;
  readonly everyMs?: number;
  readonly interval?: SealOptions['interval'];
}

const defaultEveryMs = 60_000;

/**
 * Sums up beside the work what was committed since the last seal, so that what was known long ago is read as fast as what is
 * known now. After a large import, or where seals were deleted, it makes all that are missing.
 */
export function balanceSealing({
  store,
  city,
  log,
  everyMs = defaultEveryMs,
  interval,
}: BalanceSealingOptions): RepeatedWork {
  const stopping = new AbortController();
  const seal = async (): Promise<void> => {
    for (const ledger of await ledgersOf(store.pool, city.id)) {
      const seals = await sealBalances(store.pool, ledger.id, {
        signal: stopping.signal,
        ...(interval === undefined ? {} : { interval }),
      });
      if (seals > 0) log.info({ ledger: ledger.name, seals }, 'balances were sealed');
    }
  };
  const sealing = repeatedWork(everyMs, seal, (error) => log.error({ err: error }, 'balances could not be sealed'));
  return {
    close: async () => {
      stopping.abort();
      await sealing.close();
    },
  };
}
