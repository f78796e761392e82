import { setImmediate as breathe } from 'node:timers/promises';

import TinyQueue from 'tinyqueue';

import { isoOf, type DayNumber } from '../calendar/city-days.ts';
import type { Cohort, TimedRecord } from '../cases/case-record.ts';
import { noProgress, type Progress } from './progress-file.ts';

/** A source of cases: what it is called, and what comes in on a day. */
export interface CaseSourceOptions {
  readonly id: string;
  readonly cohortOf: (day: DayNumber) => Cohort;
  readonly progress: Progress;
}

/** What one source still has to tell, and what it has told. */
export interface CaseSource {
  readonly id: string;
  /**
   * Brings a day's cases in. What lies after `until` waits in the queue; what lies before and was not delivered yet is
   * given back, in the order of time.
   */
  enter: (day: DayNumber, until: number) => Promise<readonly TimedRecord[]>;
  /** Remembers that what `enter` gave back was delivered. */
  complete: (day: DayNumber) => void;
  /** The next records of the queue that are due, `limit` at most. */
  due: (now: number, limit: number) => readonly TimedRecord[];
  /** Remembers that all of the queue up to `at` was delivered. */
  drained: (at: number) => void;
  progress: () => Progress;
}

export function caseSource({ id, cohortOf, progress }: CaseSourceOptions): CaseSource {
  const queue = new TinyQueue<TimedRecord>([], (a, b) => a.at - b.at);
  const completed = new Set<string>();
  let drainedUntil: number | null = null;
  const enter: CaseSource['enter'] = async (day, until) => {
    const deliveredUntil = progress.days[isoOf(day)] ?? -Infinity;
    const past: TimedRecord[] = [];
    for (const portion of cohortOf(day)) {
      for (const told of portion) {
        if (told.at <= deliveredUntil) continue;
        if (told.at > until) queue.push(told);
        else past.push(told);
      }
      // A day takes a fifth of a second to think up: the live records and the buses go first.
      await breathe();
    }
    return past.toSorted((a, b) => a.at - b.at);
  };
  return {
    id,
    enter,
    complete: (day) => {
      completed.add(isoOf(day));
    },
    due: (now, limit) => {
      const found: TimedRecord[] = [];
      while (found.length < limit && (queue.peek()?.at ?? Infinity) <= now) {
        const next = queue.pop();
        if (next !== undefined) found.push(next);
      }
      return found;
    },
    drained: (at) => {
      drainedUntil = at;
    },
    // A day that this run has not come to yet keeps what an earlier run delivered of it.
    progress: () => {
      const until = drainedUntil;
      const fresh = until === null ? [] : [...completed].map((day) => [day, until] as const);
      return { ...noProgress(progress.seed), days: { ...progress.days, ...Object.fromEntries(fresh) } };
    },
  };
}
