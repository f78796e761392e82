import type { FlagtowerRecord, Rejection } from '@flagtower/contracts';
import type { NoticeSnapshot } from '@flagtower/domain';

/** What a parser says about one item of its file. `remark`: worth knowing, no reason to refuse; `count` adds up by name. */
export type Parsed =
  | { readonly kind: 'record'; readonly line: number; readonly record: FlagtowerRecord }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'remark'; readonly name: string; readonly count: number }
  /** At most one a file, and none where a notice was so broken that nobody knows which it was. */
  | ({ readonly kind: 'snapshot' } & NoticeSnapshot);
