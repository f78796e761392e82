import { measureSchema, type CaseKind, type Measure } from '@flagtower/contracts';
import { dayNumberOf, localDayNumber, periodStart, startOfDayMs } from '@flagtower/domain';
import {
  readCountingSources,
  readEntriesBetween,
  readSums,
  type FollowedCut,
  type Ledger,
  type Queryable,
  type SumQuestion,
  type SumsByGroup,
} from '@flagtower/store';

import { periodMoment } from './last-hour.ts';
import { everywhere, Tally, type TallyFrame } from './tally.ts';

const hourMs = 3_600_000;
const keptDays = 91;
/** Eight weeks and a day: "as on the last eight Tuesdays". */
const keptHourDays = 57;
const sparkDays = 14;

/** The frame of a ledger's day. */
function frameAt(at: number, zone: string): TallyFrame {
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
  const tally = new Tally(frameAt(cut.at, ledger.zone));
  const read = (question: Question): Promise<SumsByGroup> =>
    readSums(db, {
      caseKind: 'dossier',
      measures: measureSchema.options,
      ...question,
      ledger,
      source: null,
      units: null,
      at: cut.at,
      knownSeq: cut.seq,
      lastSeq: ledger.lastSeq,
    });

  for (const caseKind of (await readCountingSources(db, ledger.id)).keys()) await loadUnits(tally, caseKind, cut, read);
  await loadBuckets(tally, ledger, cut, read);
  const lastHour = await readEntriesBetween(db, ledger.id, { seq: cut.seq, at: cut.at - hourMs }, cut);
  for (const entry of lastHour.toSorted((a, b) => periodMoment(a) - periodMoment(b))) tally.lastHour.add(entry);
  return tally;
}

type Question = Pick<SumQuestion, 'by' | 'span'> & Partial<Pick<SumQuestion, 'caseKind' | 'measures'>>;
type Read = (question: Question) => Promise<SumsByGroup>;

/** Whole days come from balances, today's part of every period from today's entries, read once. */
async function loadUnits(tally: Tally, caseKind: CaseKind, cut: FollowedCut, read: Read): Promise<void> {
  const { frame } = tally;
  const today = await read({ by: 'unit', caseKind, span: { from: frame.today, to: cut.at + 1 } });
  for (const [period, from] of [
    ['all', null],
    ['year', frame.year],
    ['month', frame.month],
    ['today', frame.today],
  ] as const) {
    const add = (unit: string, measure: Measure, sum: number): void => {
      tally.addToPeriod({ caseKind, measure }, unit, period, sum);
      tally.addToPeriod({ caseKind, measure }, everywhere, period, sum);
    };
    if (period !== 'today') eachSum(await read({ by: 'unit', caseKind, span: { from, to: frame.today } }), add);
    eachSum(today, add);
  }
}

async function loadBuckets(tally: Tally, { zone }: Ledger, cut: FollowedCut, read: Read): Promise<void> {
  const { frame } = tally;
  const end = cut.at + 1;
  for (const period of ['month', 'today'] as const) {
    eachSum(
      await read({ by: 'channel', measures: ['received'], span: { from: frame[period], to: end } }),
      (channel, _measure, sum) => {
        tally.addToChannel(channel, period, sum);
      },
    );
  }
  eachSum(
    await read({ by: 'hour', measures: ['received', 'handled'], span: { from: frame.firstHour * hourMs, to: end } }),
    (hour, measure, sum) => {
      tally.addToHour(Date.parse(hour) / hourMs, measure, sum);
    },
  );
  eachSum(
    await read({ by: 'day', span: { from: startOfDayMs(frame.firstDay, zone), to: end } }),
    (day, measure, sum) => {
      tally.addToDay(dayNumberOf(day), measure, sum);
    },
  );
  for (let day = frame.firstSparkDay; day <= frame.day; day += 1) {
    const span = { from: startOfDayMs(day, zone), to: Math.min(startOfDayMs(day + 1, zone), end) };
    eachSum(await read({ by: 'unit', measures: ['overdue'], span }), (unit, _measure, sum) => {
      tally.addOverdue(unit, day, sum);
    });
  }
}

function eachSum(sums: SumsByGroup, visit: (group: string, measure: Measure, sum: number) => void): void {
  for (const [group, measures] of sums) for (const [measure, sum] of measures) visit(group, measure, sum);
}
