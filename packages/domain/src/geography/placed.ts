import type { UnallocatedReason } from '@flagtower/contracts';

/** Where a key of the ledger stands in the geography of a moment. */
export interface Placed {
  /** Of a unit valid then, or of a unit's unallocated; a code that the city does not know, and `''`, stay what they are. */
  readonly key: string;
  readonly reason: UnallocatedReason | null;
}
