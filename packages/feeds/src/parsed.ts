import type { FlagtowerRecord, Rejection } from '@flagtower/contracts';

/** What a parser says about one item of its file. `remark`: worth knowing, no reason to refuse; `count` adds up by name. */
export type Parsed =
  | { readonly kind: 'record'; readonly line: number; readonly record: FlagtowerRecord }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'remark'; readonly name: string; readonly count: number }
  | NoticeSnapshot;

/**
 * The message says of itself that it is complete: a notice of its source that it does not name is over. At most one a file,
 * and none where a notice was so broken that nobody knows which it was.
 */
export interface NoticeSnapshot {
  readonly kind: 'snapshot';
  /** When the snapshot was made, epoch milliseconds. */
  readonly atMs: number;
  /** Identities of all notices that it names, also of those that were refused. */
  readonly present: readonly string[];
}
