import type { Cut, Delta, LedgerName, Subscribed, Topic } from '@flagtower/contracts';

import { changesBetween, withChanges, type Changes, type TopicState } from './topic-state.ts';

/** One topic as its publisher keeps it: the whole state, and the last deltas for clients that were away for a moment. */
export interface Publication {
  readonly ledger: LedgerName;
  readonly topic: Topic;
  readonly epoch: string;
  /** Deltas sent in this epoch. */
  readonly revision: number;
  /** The last tick's cut, also when that tick changed nothing here. */
  readonly cut: Cut;
  readonly state: TopicState;
  /** Oldest first, without holes, ending at `revision`. */
  readonly recent: readonly Delta[];
  readonly keep: number;
}

export interface Published {
  readonly publication: Publication;
  /** `null`: nothing changed, nothing to send. */
  readonly delta: Delta | null;
}

/** Begins a topic in a new epoch at revision 0. `keep` (default 64) is how many deltas stay for recovery. */
export function openPublication(
  about: Pick<Publication, 'ledger' | 'topic' | 'epoch' | 'cut'>,
  state: TopicState = new Map(),
  keep = 64,
): Publication {
  return { ...about, revision: 0, state, recent: [], keep };
}

/** The next tick, told as the whole new state. */
export function publish(publication: Publication, next: TopicState, cut: Cut): Published {
  return publishChanges(publication, changesBetween(publication.state, next), cut);
}

/** The next tick, told as changes by a caller that knows them; `null` or nothing in them: only the cut moves on. */
export function publishChanges(publication: Publication, changes: Changes | null, cut: Cut): Published {
  if (changes === null || (changes.drop.length === 0 && Object.keys(changes.set).length === 0)) {
    return { publication: { ...publication, cut }, delta: null };
  }
  const { ledger, topic, epoch, keep } = publication;
  const revision = publication.revision + 1;
  const delta: Delta = { ledger, topic, epoch, revision, cut, set: changes.set, drop: changes.drop };
  const state = withChanges(publication.state, changes);
  const recent = keep === 0 ? [] : [...publication.recent, delta].slice(-keep);
  return { publication: { ...publication, revision, cut, state, recent }, delta };
}

/**
 * The answer to a client that holds `held`: exactly the deltas that it missed, or the whole state, never a part.
 * A snapshot is also the answer where the missed deltas would be the longer message.
 */
export function catchUp(
  publication: Publication,
  held: { epoch?: string | undefined; revision?: number | undefined },
): Subscribed {
  const missed = missedDeltas(publication, held);
  if (missed !== null) return { outcome: 'recovered', epoch: publication.epoch, deltas: missed };
  const { ledger, topic, epoch, revision, cut, state } = publication;
  return { outcome: 'snapshot', snapshot: { ledger, topic, epoch, revision, cut, state: Object.fromEntries(state) } };
}

function missedDeltas(
  { epoch, revision, recent, state }: Publication,
  held: { epoch?: string | undefined; revision?: number | undefined },
): Delta[] | null {
  if (held.epoch !== epoch || held.revision === undefined || held.revision > revision) return null;
  const count = revision - held.revision;
  if (count > recent.length) return null;
  const missed = recent.slice(recent.length - count);
  const weight = missed.reduce((sum, { set, drop }) => sum + Object.keys(set).length + drop.length, 0);
  return weight > state.size + count ? null : missed;
}
