import type { CaseKind, Instant, Mapping } from '@flagtower/contracts';

import type { Limits } from './limits.ts';
import type { Parsed } from './parsed.ts';

export interface ReadOptions {
  /** Zone of times without an offset, already chosen: see `zoneFor`. */
  readonly zone: string;
  /** `null`: the format's own default, where it has one. */
  readonly mapping: Mapping | null;
  /** When the export was made; the version of every record that brings none. `null`: not told, version 0. */
  readonly asOf: Instant | null;
  /** When it came to us, for what tells no time at all where its standard allows that; such a reading is told as uncertain. */
  readonly receivedAt?: Instant;
  /** `null`: the mapping's, or the format's own. */
  readonly caseKind: CaseKind | null;
  /** Which feed observations belong to; `null`: the format's own default. */
  readonly feed: string | null;
  readonly limits: Limits;
}

/**
 * Turns unpacked bytes into records, batch by batch (500 items at most), holding a bounded part of the file. Pure: no
 * clock, no network, no disk. A wrong item is a rejection in its batch.
 * @throws FlagtowerError `BAD_FILE` when the whole is not what it claims; batches that came before are void
 */
export type Reader = (bytes: AsyncIterable<Uint8Array>, options: ReadOptions) => AsyncIterable<readonly Parsed[]>;

/** Which zone reads times without an offset: the command line's, else the mapping's, else the source's. */
export function zoneFor(asked: string | null, mapping: Mapping | null, sourceZone: string): string {
  return asked ?? mapping?.zone ?? sourceZone;
}
