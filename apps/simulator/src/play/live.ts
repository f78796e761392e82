import { setTimeout as sleep } from 'node:timers/promises';

import type { DayNumber } from '../calendar/city-days.ts';
import type { CityModel } from '../city-model.ts';
import type { CaseSource } from './case-source.ts';
import type { CityClock } from './city-clock.ts';
import type { Deliver } from './deliver.ts';

const tickMs = 400;
/** Half of what a source promises, so that one late beat is not yet a late source. */
const beatMs = 25_000;
const fastestBeatMs = 1000;
const batchLimit = 2000;

export interface LiveOptions {
  readonly city: CityModel;
  readonly clock: CityClock;
  readonly deliver: Deliver;
  readonly signal: AbortSignal;
  /** Called when everything up to now is told, for the first time and then after each delivery. */
  readonly onDrained: () => void;
}

/** Tells of a source's cases as they happen, day after day, and says hello when there is nothing to tell. */
export async function playLive(source: CaseSource, options: LiveOptions): Promise<never> {
  const { city, clock, deliver, signal, onDrained } = options;
  let nextDay: DayNumber = city.days.dayOf(clock.now());
  let heardAt = -Infinity;
  for (;;) {
    for (; city.days.startOf(nextDay) <= clock.now(); nextDay += 1) {
      await source.enter(nextDay, -Infinity);
      source.complete(nextDay);
    }
    const now = clock.now();
    const records = source.due(now, batchLimit);
    const silentMs = Date.now() - heardAt;
    if (records.length > 0 || silentMs >= Math.max(beatMs / clock.speed(), fastestBeatMs)) {
      await deliver(source.id, records);
      heardAt = Date.now();
    }
    if (records.length < batchLimit) {
      source.drained(now);
      onDrained();
      await sleep(tickMs, undefined, { signal });
    }
  }
}
