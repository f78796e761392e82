import { keepCursor, readCursor, type LedgerStore, type Source } from '@flagtower/store';
import { z } from 'zod';

const keptSchema = z.object({ of: z.string(), place: z.unknown() });

/** Where the reading of a source stands: kept with the source, so that a restart or another service goes on from there. */
export interface KeptPlace<T> {
  /** `null`: none was kept, or of something else. */
  readonly read: () => Promise<T | null>;
  /** Keeps where it stands now, unless that is where it stood `before`. */
  readonly keep: (before: T, place: T) => Promise<void>;
}

/** @param of what is read: a place in something else is no place in this */
export function keptPlace<T>(
  { store, source }: { readonly store: LedgerStore; readonly source: Source },
  of: string,
  schema: z.ZodType<T>,
): KeptPlace<T> {
  return {
    read: async () => {
      const kept = keptSchema.safeParse(await readCursor(store.pool, source));
      const place = kept.success && kept.data.of === of ? schema.safeParse(kept.data.place) : null;
      return place?.success === true ? place.data : null;
    },
    keep: async (before, place) => {
      if (JSON.stringify(before) !== JSON.stringify(place)) await keepCursor(store.pool, source, { of, place });
    },
  };
}
