import type { FlagtowerRecord, Rejection } from '@flagtower/contracts';
import type { NoticeSnapshot } from '@flagtower/domain';

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
  /** Where its message names all notices of its source: what it leaves out is over. A part of a message says what the whole names. */
  readonly snapshot?: NoticeSnapshot | null;
  /** The service's clock, epoch milliseconds. */
  readonly now: number;
}

/** Batches of one source and import, which become one commit. */
export type Group = readonly [Batch, ...Batch[]];

/** In place of a line, of records that say that something was left out: they stand nowhere in their message. */
export const leftOutLine = 0;

/** A record further ahead of its ledger's clock than this is quarantined: somebody's clock or zone is wrong. */
export const aheadOfClockMs = 5 * 60_000;

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
