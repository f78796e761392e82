import type { FeedEntity } from '@flagtower/contracts';

import type { CareFigures } from './care-figures.ts';

/** A hospital as it stands. */
export interface HospitalRow {
  readonly id: string;
  /** `null`: not known. */
  readonly taken: number | null;
  readonly beds: number | null;
  /** Taken over all; above 1 where there are more patients than beds; `null`: one of the two is not known. */
  readonly share: number | null;
  /** Why it is not known, in the source's code; `null`: it is, or no reason was told. */
  readonly absent: string | null;
  /** Seconds in the emergency department; `null`: not known. */
  readonly waitS: number | null;
  readonly bedsOf: FeedEntity | null;
  readonly waitOf: FeedEntity | null;
}

/** The fullest first, then where people wait longest; what is not known comes last, for it is neither full nor empty. */
export function hospitalRows(
  { beds, wait }: Pick<CareFigures, 'beds' | 'wait'>,
  told: { readonly beds: ReadonlyMap<string, FeedEntity>; readonly waits: ReadonlyMap<string, FeedEntity> },
): HospitalRow[] {
  const rows = [...new Set([...told.beds.keys(), ...told.waits.keys()])].map((id): HospitalRow => {
    const bedsOf = told.beds.get(id) ?? null;
    const waitOf = told.waits.get(id) ?? null;
    const takenNow = bedsOf?.metrics[beds.taken];
    const allNow = bedsOf?.metrics[beds.all];
    const [taken, all] = [takenNow?.value ?? null, allNow?.value ?? null];
    return {
      id,
      taken,
      beds: all,
      share: taken === null || all === null || all === 0 ? null : taken / all,
      absent: takenNow?.absent ?? allNow?.absent ?? null,
      waitS: wait === null ? null : (waitOf?.metrics[wait.metric]?.value ?? null),
      bedsOf,
      waitOf,
    };
  });
  return rows.toSorted(
    (one, other) => lastOf(one.share, other.share) || lastOf(one.waitS, other.waitS) || (one.id < other.id ? -1 : 1),
  );
}

/** The greater first, what is not known behind all. */
function lastOf(one: number | null, other: number | null): number {
  return (other ?? -1) - (one ?? -1);
}
