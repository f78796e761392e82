import type { Notice } from '@flagtower/contracts';

/** What decides whether a notice is active; times in epoch milliseconds. */
export interface Telling {
  readonly id: string;
  readonly version: number;
  /** Orders two tellings of one version; the record's content hash. */
  readonly hash: string;
  /** When it was told, says its sender; what is told later was not true yet. */
  readonly toldAt: number;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly ended: boolean;
  readonly supersedes: readonly string[];
  readonly status: Notice['status'];
}

/**
 * The notices that are active at a moment, by what was told until then: the last telling of each is not ended, has begun, is not
 * over, was not replaced by another notice, and speaks of something actual. A replacement that arrived before what it
 * replaces counts alike; an exercise or a draft replaces nothing that is actual.
 */
export function activeNotices<Told extends Telling>(tellings: readonly Told[], at: number): Told[] {
  const last = new Map<string, Told>();
  const superseded = new Set<string>();
  for (const telling of tellings.filter(({ toldAt }) => toldAt <= at)) {
    for (const id of telling.supersedes) if (id !== telling.id && telling.status === 'actual') superseded.add(id);
    const held = last.get(telling.id);
    if (
      held === undefined ||
      telling.version > held.version ||
      (telling.version === held.version && telling.hash > held.hash)
    )
      last.set(telling.id, telling);
  }
  return [...last.values()].filter(
    ({ id, status, ended, startsAt, endsAt }) =>
      status === 'actual' && !ended && !superseded.has(id) && startsAt <= at && (endsAt === null || at < endsAt),
  );
}
