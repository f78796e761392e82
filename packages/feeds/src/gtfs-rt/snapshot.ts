import type { Tally } from '../tally.ts';

/** What all entities of one message share. */
export interface Snapshot {
  readonly feed: string;
  /**
   * When the feed says it was made, epoch ms; else when the operator says it was fetched. Also the version of all its
   * records: the later of two snapshots wins in whatever order they come. 0: nobody says.
   */
  readonly atMs: number;
  readonly tally: Tally;
}

/** An ISO instant of POSIX seconds that an entity tells (0: it does not), else of its snapshot; empty where neither is known. */
export function momentOf({ atMs }: Snapshot, seconds = 0): string {
  if (seconds !== 0) return new Date(seconds * 1000).toISOString();
  return atMs === 0 ? '' : new Date(atMs).toISOString();
}
