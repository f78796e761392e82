import type { Breakdown, Measure } from '@flagtower/contracts';
import { caseKindSchema, measureSchema } from '@flagtower/contracts';
import { dayNumberOf, localDayNumber, periodStart, startOfDayMs } from '@flagtower/domain';
import {
  readEntriesBetween,
  readSums,
  type FollowedCut,
  type Ledger,
  type Queryable,
  type SumsByGroup,
} from '@flagtower/store';

import { everywhere, Tally, type TallyFrame } from './tally.ts';

const hourMs = 3_600_000;
const keptDays = 91;
/** Eight weeks and a day: "as on the last eight Tuesdays". */
const keptHourDays = 57;
const sparkDays = 14;

/** The frame of a ledger's day. */
export function frameAt(at: number, zone: string): TallyFrame {
  const day = localDayNumber(at, zone);
  return {
    year: periodStart('year', at, zone) ?? 0,
    month: periodStart('month', at, zone) ?? 0,
    today: startOfDayMs(day, zone),
    tomorrow: startOfDayMs(day + 1, zone),
    day,
    firstDay: day - keptDays + 1,
    firstHour: Math.floor(startOfDayMs(day - keptHourDays + 1, zone) / hourMs),
    firstSparkDay: day - sparkDays + 1,
    dayOf: (moment) => localDayNumber(moment, zone),
  };
}

/** Reads the sums of a cut from the store. `db` must be one snapshot, so that `lastSeq` is what it sees. */
export async function loadTally(db: Queryable, ledger: Ledger, cut: FollowedCut): Promise<Tally> {
  const frame = frameAt(cut.at, ledger.zone);
  const tally = new Tally(frame);
  const end = cut.at + 1;
  const read = (
    by: Breakdown | null,
    from: number | null,
    caseKind: (typeof caseKindSchema.options)[number],
    measures: readonly Measure[] = measureSchema.options,
  ): Promise<SumsByGroup> =>
    readSums(db, {
      ledger,
      caseKind,
      source: null,
      units: null,
      measures,
      span: { from, to: end },
      knownSeq: cut.seq,
      lastSeq: ledger.lastSeq,
      by,
    });

  for (const caseKind of caseKindSchema.options) {
    for (const [period, from] of [
      ['all', null],
      ['year', frame.year],
      ['month', frame.month],
      ['today', frame.today],
    ] as const) {
      eachSum(await read('unit', from, caseKind), (unit, measure, sum) => {
        tally.addToPeriod({ caseKind, measure }, unit, period, sum);
        tally.addToPeriod({ caseKind, measure }, everywhere, period, sum);
      });
    }
  }
  eachSum(await read('channel', frame.month, 'dossier', ['received']), (channel, _, sum) => {
    tally.addToChannel(channel, 'month', sum);
  });
  eachSum(await read('channel', frame.today, 'dossier', ['received']), (channel, _, sum) => {
    tally.addToChannel(channel, 'today', sum);
  });
  eachSum(await read('hour', frame.firstHour * hourMs, 'dossier', ['received', 'handled']), (hour, measure, sum) => {
    tally.addToHour(Date.parse(hour) / hourMs, measure, sum);
  });
  eachSum(await read('day', startOfDayMs(frame.firstDay, ledger.zone), 'dossier'), (day, measure, sum) => {
    tally.addToDay(dayNumberOf(day), measure, sum);
  });
  for (let day = frame.firstSparkDay; day <= frame.day; day += 1) {
    const span = { from: startOfDayMs(day, ledger.zone), to: Math.min(startOfDayMs(day + 1, ledger.zone), end) };
    const sums = await readSums(db, {
      ledger,
      caseKind: 'dossier',
      source: null,
      units: null,
      measures: ['overdue'],
      span,
      knownSeq: cut.seq,
      lastSeq: ledger.lastSeq,
      by: 'unit',
    });
    eachSum(sums, (unit, _, sum) => {
      tally.addOverdue(unit, day, sum);
    });
  }
  tally.rememberLastHour(await readEntriesBetween(db, ledger.id, { seq: cut.seq, at: cut.at - hourMs }, cut));
  return tally;
}

function eachSum(sums: SumsByGroup, visit: (group: string, measure: Measure, sum: number) => void): void {
  for (const [group, measures] of sums) for (const [measure, sum] of measures) visit(group, measure, sum);
}
