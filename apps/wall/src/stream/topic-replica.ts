import type { Cut, Delta, ProblemCode, Subscribed } from '@flagtower/contracts';
import {
  applySubscribed,
  ask,
  holding,
  receiveDelta,
  unknownTopic,
  type Received,
  type Replica,
  type TopicState,
} from '@flagtower/domain';

import { openTimer } from './timer.ts';

/** What a topic shows: a whole state or none, and why the server does not tell more. */
export interface TopicView {
  readonly state: TopicState;
  /** `null`: nothing was told yet; then `state` is empty, which does not mean that there is nothing. */
  readonly cut: Cut | null;
  /** Why the server said no to the last question; `null`: it did not. */
  readonly refusal: ProblemCode | null;
}

export const untoldTopic: TopicView = { state: new Map(), cut: null, refusal: null };

/** How a topic reaches its server. */
export interface TopicLine {
  /** Puts the question; answers `null` where no answer came in time. Never rejects. */
  readonly subscribe: (held: { epoch?: string; revision?: number }) => Promise<Subscribed | null>;
  readonly random: () => number;
  readonly onChange: () => void;
}

export interface TopicReplica {
  readonly view: () => TopicView;
  /** Subscribes from what is held: after a connect, an epoch's end, a server that said `lagging`. */
  readonly renew: () => void;
  readonly take: (delta: Delta) => void;
  readonly close: () => void;
}

const FIRST_WAIT_MS = 250;
const MOST_WAIT_MS = 10_000;
/** A refusal is rarely over in seconds, but a wall has nobody who would press "again". */
const REFUSED_WAIT_MS = 15_000;

/** One topic's replica together with its questions: asks again after every gap, without end and without haste. */
export function openTopicReplica(line: TopicLine): TopicReplica {
  const timer = openTimer();
  let replica: Replica = unknownTopic;
  let shown = untoldTopic;
  let failures = 0;
  let isClosed = false;

  const askNow = async (): Promise<void> => {
    replica = ask(replica);
    const { asked } = replica;
    const reply = await line.subscribe(holding(replica));
    if (isClosed || asked !== replica.asked) return;
    if (reply === null) askAfterFailure();
    else settle(applySubscribed(replica, asked, reply));
  };
  const askAfterFailure = (): void => {
    failures += 1;
    const waitMs = Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
    timer.start(waitMs * (0.5 + line.random()), () => void askNow());
  };
  const settle = (received: Received): void => {
    const { outcome } = received;
    replica = received.replica;
    const next = viewAfter(shown, received);
    if (next !== shown) {
      shown = next;
      line.onChange();
    }
    if (outcome === 'next') failures = 0;
    else if (outcome === 'gap' && failures === 0) {
      // One gap is normal life and is closed at once; a second one in a row has a cause that needs time.
      failures = 1;
      void askNow();
    } else if (outcome === 'gap') askAfterFailure();
    else if (typeof outcome === 'object') timer.start(REFUSED_WAIT_MS * (0.5 + line.random()), () => void askNow());
  };

  return {
    view: () => shown,
    renew: () => {
      timer.stop();
      failures = 0;
      void askNow();
    },
    take: (delta) => {
      if (!isClosed) settle(receiveDelta(replica, delta));
    },
    close: () => {
      isClosed = true;
      timer.stop();
    },
  };
}

function viewAfter(shown: TopicView, { replica: { held }, outcome }: Received): TopicView {
  const refusal = typeof outcome === 'object' ? outcome.refused : outcome === 'next' ? null : shown.refusal;
  const state = held?.state ?? untoldTopic.state;
  const cut = held?.cut ?? null;
  return cut === shown.cut && state === shown.state && refusal === shown.refusal ? shown : { state, cut, refusal };
}
