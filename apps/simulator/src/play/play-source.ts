import { join } from 'node:path';

import { isoOf } from '../calendar/city-days.ts';
import type { Cohort } from '../cases/case-record.ts';
import type { RegisterRecord } from '../cases/dossiers/service-register.ts';
import type { CityModel } from '../city-model.ts';
import type { Talk } from '../cli/talk.ts';
import { backfill } from './backfill.ts';
import { caseSource, type CaseSource } from './case-source.ts';
import type { CityClock } from './city-clock.ts';
import type { Deliver, Register } from './deliver.ts';
import { playLive } from './live.ts';
import { noProgress, readProgress, writeProgress } from './progress-file.ts';

const saveEveryMs = 5000;

export interface Stage {
  readonly city: CityModel;
  readonly clock: CityClock;
  readonly deliver: Deliver;
  readonly register: Register;
  /** Whether the ledger holds anything of a source. */
  readonly knows: (source: string) => Promise<boolean>;
  readonly signal: AbortSignal;
  readonly talk: Talk;
  /** Folder for what was delivered. */
  readonly progressFolder: string;
  readonly historyDays: number;
  /** Ends when the history is told, instead of playing on. */
  readonly once: boolean;
  readonly onHistoryDay: () => void;
}

/** A source of cases: what it is called, what comes in on a day, and the register of procedures that it keeps. */
export interface PlayedSource {
  readonly id: string;
  readonly cohortOf: (day: number) => Cohort;
  readonly register: readonly RegisterRecord[];
}

/** Plays one source of cases: today first, then its history beside the live play. */
export async function playSource(stage: Stage, { id, cohortOf, register }: PlayedSource): Promise<void> {
  const { city, clock, deliver, signal, talk, historyDays } = stage;
  const file = join(stage.progressFolder, `${id}.json`);
  // A ledger that was made anew has forgotten what an older one was told.
  const progress = (await stage.knows(id)) ? await readProgress(file, city.seed) : noProgress(city.seed);
  // Whoever goes on where an earlier run ended has told it already.
  if (register.length > 0 && Object.keys(progress.days).length === 0) await stage.register(id, register);
  const source = caseSource({ id, cohortOf, progress });
  const saving = saver(file, source);
  const today = city.days.dayOf(clock.now());
  const todayTold = Promise.withResolvers<void>();
  const onDrained = (): void => {
    saving.soon();
    todayTold.resolve();
  };
  const onDay = (day: number, records: number): void => {
    stage.onHistoryDay();
    talk.progress(`${id}: ${isoOf(day)}, ${today - day} of ${historyDays} days, ${records} records`);
  };
  const live = playLive(source, { city, clock, deliver, signal, onDrained });
  try {
    await Promise.race([todayTold.promise, live]);
    talk.say(`${id}: today is told, now the ${historyDays} days before.`);
    await Promise.race([backfill(source, { clock, deliver, signal, today, days: historyDays, onDay }), live]);
    talk.say(`${id}: all of its history is told.`);
    if (!stage.once) await live;
  } finally {
    await saving.now();
  }
}

function saver(file: string, source: CaseSource): { soon: () => void; now: () => Promise<void> } {
  let savedAt = performance.now();
  let last = Promise.resolve();
  // One after another: of two at once, the quicker takes the other's new file away.
  const now = (): Promise<void> => {
    last = last.catch(() => undefined).then(() => writeProgress(file, source.progress()));
    return last;
  };
  return {
    now,
    soon: () => {
      if (performance.now() - savedAt < saveEveryMs) return;
      savedAt = performance.now();
      // A progress that cannot be kept costs time at the next start, no more.
      now().catch(() => null);
    },
  };
}
