import { noteDropped } from '@flagtower/store';

import type { ListenerOptions } from './start-listener.ts';

export interface LostMessages {
  readonly add: () => void;
  /** Writes down what was lost since the last time; what cannot be written now is written the next time. */
  readonly write: () => Promise<void>;
}

/**
 * Messages of QoS 0 that came and could not be written: neither their sender nor the broker keeps a copy. What a broker itself throws
 * away of QoS 0, for a service that is away or behind, it tells nobody; of QoS 1 nothing is lost here.
 */
export function lostMessages({ store, source, metrics, now, log }: ListenerOptions): LostMessages {
  let lost = 0;
  return {
    add: () => {
      lost += 1;
    },
    write: async () => {
      const count = lost;
      if (count === 0) return;
      lost = 0;
      try {
        await noteDropped(store.pool, source, { count, now: now() });
        metrics.polls.inc({ source: source.id, outcome: 'dropped' }, count);
      } catch (error) {
        lost += count;
        log.warn({ source: source.id, count, err: error }, 'lost messages could not be counted yet');
      }
    },
  };
}
