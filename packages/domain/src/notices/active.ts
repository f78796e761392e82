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
 * How a notice stands at a moment: `active`, not begun (`waiting`), past its own end (`over`), ended by a word of its sender (`ended`),
 * gone on as another notice (`replaced`), or never real: an exercise, a test, a draft (`not-real`).
 */
export type NoticeStanding = 'active' | 'waiting' | 'over' | 'ended' | 'replaced' | 'not-real';

/** A notice by its last telling, and how it stands. */
export interface StandingNotice<Told extends Telling> {
  readonly told: Told;
  readonly standing: NoticeStanding;
}

/**
 * The notices that are active at a moment, by what was told until then: the last telling of each is not ended, has begun, is not
 * over, was not replaced by another notice, and speaks of something actual. A replacement that arrived before what it
 * replaces counts alike; an exercise or a draft replaces nothing that is actual.
 */
export function activeNotices<Told extends Telling>(tellings: readonly Told[], at: number): Told[] {
  return standingNotices(tellings, at).flatMap(({ told, standing }) => (standing === 'active' ? [told] : []));
}

/** Every notice that was told until a moment, with how it stands then, by the one rule of `activeNotices`. */
export function standingNotices<Told extends Telling>(tellings: readonly Told[], at: number): StandingNotice<Told>[] {
  const last = new Map<string, Told>();
  const superseded = new Map<string, 'replaced' | 'ended'>();
  for (const telling of tellings.filter(({ toldAt }) => toldAt <= at)) {
    for (const id of telling.supersedes)
      if (id !== telling.id && telling.status === 'actual' && superseded.get(id) !== 'ended')
        superseded.set(id, telling.ended ? 'ended' : 'replaced');
    const held = last.get(telling.id);
    if (
      held === undefined ||
      telling.version > held.version ||
      (telling.version === held.version && telling.hash > held.hash)
    )
      last.set(telling.id, telling);
  }
  return [...last.values()].map((told) => ({ told, standing: standingOf(told, superseded.get(told.id), at) }));
}

function standingOf(
  { status, ended, startsAt, endsAt }: Telling,
  superseded: 'replaced' | 'ended' | undefined,
  at: number,
): NoticeStanding {
  if (status !== 'actual') return 'not-real';
  if (ended) return 'ended';
  if (superseded !== undefined) return superseded;
  if (startsAt > at) return 'waiting';
  return endsAt === null || at < endsAt ? 'active' : 'over';
}
