import type { City } from '@flagtower/contracts';
import { ledgersOf, recordAudit, verifyLedger } from '@flagtower/store';
import type { FastifyBaseLogger } from 'fastify';

import type { Metrics } from './metrics.ts';
import type { OpenStore } from './open-store.ts';

export interface SelfAuditOptions {
  readonly store: OpenStore;
  readonly city: City;
  readonly metrics: Metrics;
  readonly now: () => number;
  readonly log: FastifyBaseLogger;
  readonly everyMs?: number;
}

/** Part of the dossiers that one audit folds anew; the next one takes the next part, so that twenty see all. */
const share = 0.05;
const defaultEveryMs = 15 * 60_000;
/** Every balance is summed anew each time: in a large ledger the pause grows with it, and auditing stays a small part of the work. */
const pausePerWork = 20;

/** Recomputes a part of every ledger from its records again and again, and says loudly where a number differs. */
export function selfAudit({ store, city, metrics, now, log, everyMs = defaultEveryMs }: SelfAuditOptions): {
  readonly close: () => Promise<void>;
} {
  let round = 0;
  let isClosed = false;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  const audit = async (): Promise<void> => {
    for (const ledger of await ledgersOf(store.pool, city.id)) {
      const { knownSeq, differences } = await verifyLedger(store.pool, ledger.id, {
        share,
        from: (round * share) % 1,
        rules: store.rules,
      });
      await recordAudit(store.pool, ledger.id, {
        at: now(),
        seq: knownSeq,
        coverage: share,
        differences: differences.length,
      });
      metrics.auditDifferences.set({ ledger: ledger.name }, differences.length);
      if (differences.length > 0)
        log.error({ ledger: ledger.name, differences: differences.length }, 'self-audit: numbers differ');
    }
    round += 1;
  };
  const next = (pauseMs: number): void => {
    if (isClosed) return;
    timer = setTimeout(() => {
      const started = performance.now();
      running = audit()
        .catch((error: unknown) => log.error({ err: error }, 'self-audit failed'))
        .finally(() => next(Math.max(everyMs, (performance.now() - started) * pausePerWork)));
    }, pauseMs);
    timer.unref();
  };
  next(everyMs);
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
