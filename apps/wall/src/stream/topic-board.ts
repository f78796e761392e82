import { topicSchema, type Delta, type Subscribed, type Topic } from '@flagtower/contracts';

import { openSignal, type Signal } from './signal.ts';
import { openTimer, type Timer } from './timer.ts';
import { openTopicReplica, untoldTopic, type TopicReplica, type TopicView } from './topic-replica.ts';

export interface TopicBoardOptions {
  readonly subscribe: (topic: Topic, held: { epoch?: string; revision?: number }) => Promise<Subscribed | null>;
  readonly unsubscribe: (topic: string) => void;
  readonly isConnected: () => boolean;
  readonly random: () => number;
  /** Runs a task once before the next picture; many changes between two pictures are one. */
  readonly beforePaint: (task: () => void) => void;
}

/** The topics that the page's parts watch, each subscribed once however many watch it. */
export interface TopicBoard {
  /** The latest of a topic; the same object until something changed. */
  readonly view: (topic: string) => TopicView;
  /** Keeps a topic subscribed for as long as anyone watches it. */
  readonly watch: (topic: string, onChange: () => void) => () => void;
  readonly take: (delta: Delta) => void;
  readonly renew: (topic: string) => void;
  readonly renewAll: () => void;
  readonly close: () => void;
}

interface Watched {
  readonly replica: TopicReplica;
  readonly changed: Signal;
  readonly linger: Timer;
}

/** A topic that nobody watches stays for this long: scenes change and come back. */
const LINGER_MS = 5000;

export function openTopicBoard(options: TopicBoardOptions): TopicBoard {
  const { random, beforePaint } = options;
  const topics = new Map<string, Watched>();

  const open = (name: string): Watched => {
    const topic = topicSchema.parse(name);
    const changed = openSignal();
    const replica = openTopicReplica({
      subscribe: (held) => options.subscribe(topic, held),
      random,
      onChange: () => beforePaint(changed.tell),
    });
    const watched = { replica, changed, linger: openTimer() };
    topics.set(name, watched);
    if (options.isConnected()) replica.renew();
    return watched;
  };
  const leave = (name: string, { replica }: Watched): void => {
    replica.close();
    topics.delete(name);
    if (options.isConnected()) options.unsubscribe(name);
  };

  return {
    view: (topic) => topics.get(topic)?.replica.view() ?? untoldTopic,
    watch: (topic, onChange) => {
      const watched = topics.get(topic) ?? open(topic);
      watched.linger.stop();
      const stop = watched.changed.watch(onChange);
      return () => {
        stop();
        if (watched.changed.watchers() === 0) watched.linger.start(LINGER_MS, () => leave(topic, watched));
      };
    },
    take: (delta) => topics.get(delta.topic)?.replica.take(delta),
    renew: (topic) => topics.get(topic)?.replica.renew(),
    renewAll: () => {
      for (const { replica } of topics.values()) replica.renew();
    },
    close: () => {
      for (const { replica, linger } of topics.values()) {
        linger.stop();
        replica.close();
      }
      topics.clear();
    },
  };
}
