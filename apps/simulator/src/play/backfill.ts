import { setTimeout as sleep } from 'node:timers/promises';

import type { DayNumber } from '../calendar/city-days.ts';
import type { TimedRecord } from '../cases/case-record.ts';
import type { CaseSource } from './case-source.ts';
import type { CityClock } from './city-clock.ts';
import type { Deliver } from './deliver.ts';

const batchLimit = 2000;
/** Pause after a batch, as a share of what it took: the live records and the wall keep most of the machine. */
const pauseShare = 0.25;

export interface BackfillOptions {
  readonly clock: CityClock;
  readonly deliver: Deliver;
  readonly signal: AbortSignal;
  /** The day that plays live; the history ends the day before. */
  readonly today: DayNumber;
  readonly days: number;
  readonly onDay: (day: DayNumber, records: number) => void;
}

/**
 * Tells of the days before today, the newest first: what a leader looks at first is there first. Days that an earlier
 * run told of are only asked for what happened since.
 */
export async function backfill(source: CaseSource, options: BackfillOptions): Promise<void> {
  const { clock, deliver, signal, today, days, onDay } = options;
  for (let day = today - 1; day >= today - days; day -= 1) {
    signal.throwIfAborted();
    const past = caseByCase(await source.enter(day, clock.now()));
    for (let from = 0; from < past.length; from += batchLimit) {
      const startedAt = performance.now();
      await deliver(source.id, past.slice(from, from + batchLimit));
      await sleep((performance.now() - startedAt) * pauseShare, undefined, { signal });
    }
    source.complete(day);
    onDay(day, past.length);
  }
}

/** All of a case at once: a ledger that knew receipts without their ends would show a backlog that never was. */
function caseByCase(records: readonly TimedRecord[]): TimedRecord[] {
  return [...Map.groupBy(records, ({ record }) => record.dossier).values()].flat();
}
