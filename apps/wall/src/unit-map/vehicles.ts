import type { FeedEntity, FreshnessState, Point } from '@flagtower/contracts';

import { stateNow } from '../freshness/freshness-now.ts';

interface Vehicle {
  readonly entity: string;
  readonly at: Point;
  /** `late` is drawn hollow and faded. */
  readonly state: 'live' | 'late';
}

export interface Fleet {
  /** Only those whose place is still worth showing: a bus of half an hour ago is somewhere else. */
  readonly drawn: readonly Vehicle[];
  readonly live: number;
  readonly late: number;
  /** Stale, lost or without a place. */
  readonly silent: number;
}

/** @param nowMs the ledger's clock; `null`: not known, then the server's last word counts */
export function fleetOf(entities: readonly FeedEntity[], nowMs: number | null): Fleet {
  const drawn = entities.flatMap((entity): Vehicle[] => {
    const state = stateOf(entity, nowMs);
    if (entity.point === null || (state !== 'live' && state !== 'late')) return [];
    return [{ entity: entity.entity, at: entity.point, state }];
  });
  const live = drawn.filter(({ state }) => state === 'live').length;
  return { drawn, live, late: drawn.length - live, silent: entities.length - drawn.length };
}

function stateOf({ freshness }: FeedEntity, nowMs: number | null): FreshnessState {
  return stateNow(freshness, nowMs, false);
}
