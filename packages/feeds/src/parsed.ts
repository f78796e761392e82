import type { FlagtowerRecord, Rejection } from '@flagtower/contracts';
import type { NoticeSnapshot } from '@flagtower/domain';

/** What a parser says about one item of its file. `remark`: worth knowing, no reason to refuse; `count` adds up by name. */
export type Parsed =
  | { readonly kind: 'record'; readonly line: number; readonly record: FlagtowerRecord }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'remark'; readonly name: string; readonly count: number }
  /** At most one a file, and none where a notice was so broken that nobody knows which it was. */
  | SnapshotItem;

/** `holdsOthers`: things of other kinds and no notice. Where one address is asked for one feed, there are none then. */
type SnapshotItem = { readonly kind: 'snapshot'; readonly holdsOthers: boolean } & NoticeSnapshot;

/**
 * What a message that was brought to us says by leaving out. One source may push the vehicles of a feed and its alerts in messages
 * of their own: one of vehicles only ends no alert. `null`: nothing.
 */
export function pushedSnapshot({ holdsOthers, atMs, present }: SnapshotItem): NoticeSnapshot | null {
  return holdsOthers ? null : { atMs, present };
}
