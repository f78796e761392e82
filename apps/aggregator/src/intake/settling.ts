import { settleFile, waitingOfFile, type FileOfSource, type LedgerStore } from '@flagtower/store';

/**
 * Commits all of a file or body; what an earlier reading of the very same content left in quarantine waits no more after it, for its
 * mapping or zone may be another by now. Killed in between, it waits until the next reading.
 */
export async function settling<Done>(
  { store, now }: { readonly store: LedgerStore; readonly now: () => number },
  file: FileOfSource,
  commit: () => Promise<Done>,
): Promise<Done> {
  const last = await waitingOfFile(store.pool, file);
  const done = await commit();
  if (last !== null) await settleFile(store.pool, file, { last, now: now() });
  return done;
}
