/** Why something stands under a parent's unallocated and in none of the units below. */
export type UnplacedReason =
  /** It belongs to a unit that was split, or to one of several that were joined. */
  | 'split'
  /** A code that the city does not know. */
  | 'unknown-unit'
  /** No unit was told. */
  | 'no-unit'
  /** It is of the unit above itself. */
  | 'above';

/** Where a key of the ledger stands in the geography of a moment. */
export interface Placed {
  /** Of a unit valid then, or of a unit's unallocated; a code that the city does not know, and `''`, stay what they are. */
  readonly key: string;
  readonly reason: UnplacedReason | null;
}
