import type { Cut, Delta, ProblemCode, Subscribed } from '@flagtower/contracts';

import { withChanges, type TopicState } from './topic-state.ts';

/** A whole state of one topic: what the publisher had at this revision of this epoch, never a part of it. */
export interface Held {
  readonly epoch: string;
  readonly revision: number;
  readonly cut: Cut;
  readonly state: TopicState;
}

/** One topic as a client knows it. */
export interface Replica {
  /** `null`: nothing was ever told. */
  readonly held: Held | null;
  /** Number of the question asked last; answers to earlier ones are out of date. */
  readonly asked: number;
  /** Deltas that came while the answer is under way; `null`: no answer is awaited. */
  readonly waiting: readonly Delta[] | null;
}

/** What a message did: `gap` means that something was missed and that the client must ask again, never guess. */
export type Outcome = 'next' | 'same' | 'buffered' | 'gap' | { readonly refused: ProblemCode };

export interface Received {
  readonly replica: Replica;
  readonly outcome: Outcome;
}

export const unknownTopic: Replica = { held: null, asked: 0, waiting: null };

/** Deltas kept while an answer is awaited; with more than this the oldest go, which the revisions then show as a gap. */
const MOST_WAITING = 512;

/** The client subscribes (again). What it holds stays on show until the answer comes. */
export function ask(replica: Replica): Replica {
  return { held: replica.held, asked: replica.asked + 1, waiting: [] };
}

/** What a subscription tells the server of what is held already. */
export function holding(replica: Replica): { epoch?: string; revision?: number } {
  return replica.held === null ? {} : { epoch: replica.held.epoch, revision: replica.held.revision };
}

/** One delta against one whole state. */
export function applyDelta(held: Held | null, delta: Delta): Held | 'same' | 'gap' {
  if (held === null || delta.epoch !== held.epoch) return 'gap';
  if (delta.revision <= held.revision) return 'same';
  if (delta.revision !== held.revision + 1) return 'gap';
  const { epoch, revision, cut } = delta;
  return { epoch, revision, cut, state: withChanges(held.state, delta) };
}

/** A delta arrived. */
export function receiveDelta(replica: Replica, delta: Delta): Received {
  if (replica.waiting !== null) {
    const waiting = [...replica.waiting, delta].slice(-MOST_WAITING);
    return { replica: { ...replica, waiting }, outcome: 'buffered' };
  }
  const next = applyDelta(replica.held, delta);
  if (typeof next === 'string') return { replica, outcome: next };
  return { replica: { ...replica, held: next }, outcome: 'next' };
}

/**
 * The answer to question `asked` arrived: take it, then what was buffered meanwhile.
 * After `gap` or a refusal nothing is awaited any more; the caller decides when to ask again.
 */
export function applySubscribed(replica: Replica, asked: number, reply: Subscribed): Received {
  if (replica.waiting === null || asked !== replica.asked) return { replica, outcome: 'same' };
  const settled = { ...replica, waiting: null };
  if (reply.outcome === 'refused') return { replica: settled, outcome: { refused: reply.code } };
  const answered = reply.outcome === 'snapshot' ? fromSnapshot(reply.snapshot) : recovered(replica.held, reply);
  if (answered === null) return { replica: settled, outcome: 'gap' };
  const inOrder = replica.waiting.toSorted((left, right) => left.revision - right.revision);
  const { held, whole } = applyAll(answered, inOrder);
  return { replica: { ...settled, held }, outcome: whole ? 'next' : 'gap' };
}

function fromSnapshot({ epoch, revision, cut, state }: Extract<Subscribed, { outcome: 'snapshot' }>['snapshot']): Held {
  return { epoch, revision, cut, state: new Map(Object.entries(state)) };
}

function recovered(held: Held | null, reply: Extract<Subscribed, { outcome: 'recovered' }>): Held | null {
  if (held === null || held.epoch !== reply.epoch) return null;
  const result = applyAll(held, reply.deltas);
  return result.whole ? result.held : null;
}

function applyAll(start: Held, deltas: readonly Delta[]): { held: Held; whole: boolean } {
  let held = start;
  for (const delta of deltas) {
    const next = applyDelta(held, delta);
    if (next === 'gap') return { held, whole: false };
    if (next !== 'same') held = next;
  }
  return { held, whole: true };
}
