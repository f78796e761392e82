import { FlagtowerError } from '@flagtower/contracts';
import { noteTrouble, type LedgerStore, type Source } from '@flagtower/store';
import type { FastifyBaseLogger } from 'fastify';

/** Tells the board why a source cannot be asked; the log hears of the first failure, and of every fault of ours. */
export async function noteFailure(
  {
    store,
    source,
    log,
    now,
  }: {
    readonly store: LedgerStore;
    readonly source: Source;
    readonly log: FastifyBaseLogger;
    readonly now: () => number;
  },
  error: unknown,
  failures: number,
): Promise<void> {
  const known = error instanceof FlagtowerError ? error : null;
  const code = known?.code ?? 'INTERNAL';
  if (failures === 1 || code === 'INTERNAL')
    log.warn({ source: source.id, code, err: error }, 'a source cannot be asked');
  const reason = known?.message ?? 'a fault of the service: its log tells more';
  const place = known?.place ?? null;
  await noteTrouble(store.pool, source, { code, reason, place, now: now() }).catch((cause: unknown) => {
    // The store may be what failed; the source goes stale on the board all the same.
    log.warn({ source: source.id, err: cause }, 'the trouble of a source could not be written down');
  });
}
