import type { City } from '@flagtower/contracts';
import { adoptRules, ledgersOf } from '@flagtower/store';
import type { FastifyBaseLogger } from 'fastify';

import type { OpenStore } from './open-store.ts';

export interface RuleAdoptionOptions {
  readonly store: OpenStore;
  readonly city: City;
  readonly now: () => number;
  readonly log: FastifyBaseLogger;
}

/** Progress is told after this many dossiers. */
const toldEvery = 50_000;

/**
 * Takes every ledger to the rules of this release, beside the work: dossiers that are told of meanwhile adopt by the way,
 * and what the service does not finish the next one goes on with.
 */
export function ruleAdoption({ store, city, now, log }: RuleAdoptionOptions): { readonly close: () => Promise<void> } {
  const stopping = new AbortController();
  const adopt = async (): Promise<void> => {
    for (const ledger of await ledgersOf(store.pool, city.id)) {
      const about = { ledger: ledger.name, from: ledger.foldVersion, to: store.rules.version };
      let told = 0;
      const onProgress = ({ done, of }: { readonly done: number; readonly of: number }): void => {
        if (done - told < toldEvery) return;
        told = done;
        log.info({ ...about, done, of }, 'rules are being adopted');
      };
      const adoption = await adoptRules(store, ledger.id, { now, signal: stopping.signal, onProgress });
      if (adoption === null) continue;
      const { dossiers, entries, isDone } = adoption;
      log.info(
        { ...about, dossiers, entries },
        isDone ? 'rules were adopted' : 'rules are adopted in part; the rest follows',
      );
    }
  };
  const running = adopt().catch((error: unknown) => {
    log.error({ err: error }, 'rules could not be adopted');
  });
  return {
    close: async () => {
      stopping.abort();
      await running;
    },
  };
}
