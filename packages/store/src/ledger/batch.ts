import type { FlagtowerRecord, Rejection } from '@flagtower/contracts';

import type { Ledger } from './ledgers.ts';
import type { Source } from './sources.ts';

/** What a source said at once, and which ledger it goes to. */
export interface Batch {
  readonly ledger: Ledger;
  readonly source: Source;
  readonly importId: string | null;
  /** SHA-256 of the file or body that it came in. */
  readonly fileHash: string | null;
  /** `line` is the record's place in its file or body, from 1. */
  readonly items: readonly { readonly line: number; readonly record: FlagtowerRecord }[];
  /** What the parser could not take. */
  readonly rejections: readonly Rejection[];
  /** The service's clock, epoch milliseconds. */
  readonly now: number;
}

/** What became of a batch. */
export interface Committed {
  /** Everything of the batch is known at this position. */
  readonly knownSeq: number;
  readonly accepted: number;
  /** Lines of the records that were new; one row of a file may bring several. */
  readonly acceptedLines: readonly number[];
  readonly duplicates: number;
  /** One record told twice in one version with different content: both are kept, one counts. */
  readonly conflicts: number;
  readonly dossiers: number;
  /** The parser's and those of records ahead of the clock. */
  readonly rejections: readonly Rejection[];
}
