import type { CityDays } from '../calendar/city-days.ts';
import { hourMs, minuteMs } from '../calendar/city-days.ts';
import { afterDeskTime, deskDayEnd, deskTimeBetween, isDeskTime } from '../calendar/desk-time.ts';
import type { Chance } from '../chance/chance.ts';
import { between, geometric, happens, integerBetween } from '../chance/draw.ts';
import { outcomeOf } from './case-outcome.ts';
import { tellerOf, type Teller, type TimedRecord } from './case-record.ts';
import type { CaseRules, Opening } from './case-rules.ts';

export interface Surroundings {
  readonly chance: Chance;
  readonly days: CityDays;
  readonly rules: CaseRules;
  /** Another unit to transfer to, and another procedure to have mistaken it for; `null`: there is none. */
  readonly otherUnit: () => string | null;
  readonly otherProcedure: () => string | null;
}

interface Accepted {
  readonly opening: Opening;
  readonly around: Surroundings;
  readonly teller: Teller;
  readonly receivedAt: number;
  readonly due: number;
  /** Desk time between receipt and due moment. */
  readonly spanMs: number;
}

const deskDayMs = 8 * hourMs;

/** Everything that will ever be told of a case, oldest first: a pure function of the opening and the stream of chance. */
export function caseLife(opening: Opening, around: Surroundings): readonly TimedRecord[] {
  const { chance, rules, days } = around;
  const teller = tellerOf(rules.caseKind, opening.code);
  const online = isOnline(opening.channel);
  const receivedAt = acceptance(opening.submittedAt, online, around);
  const submitted = [['submitted', opening.submittedAt]] as const;
  const values = { unit: opening.unit.code, procedure: opening.procedure.code, channel: opening.channel };
  if (happens(chance, online ? rules.refusedOnline : rules.refusedAtDesk)) {
    teller.tell('refused', receivedAt, values, submitted);
    return teller.records;
  }
  const due = promisedAt(receivedAt, opening.procedure.promisedDays, days);
  const mistaken = happens(chance, rules.corrected) ? around.otherProcedure() : null;
  teller.tell('received', receivedAt, { ...values, procedure: mistaken ?? values.procedure, due }, submitted);
  const accepted = {
    opening,
    around,
    teller,
    receivedAt,
    due,
    spanMs: Math.max(deskTimeBetween(receivedAt, due, days), hourMs / 2),
  };
  runOn(accepted, mistaken !== null);
  return teller.records;
}

export function isOnline(channel: string): boolean {
  return channel === 'online' || channel === 'at-home';
}

function acceptance(submittedAt: number, online: boolean, { chance, days, rules }: Surroundings): number {
  if (online && happens(chance, rules.acceptedAtOnce)) return submittedAt;
  if (online) return afterDeskTime(submittedAt, between(chance, 3 * minuteMs, 100 * minuteMs), days);
  return isDeskTime(submittedAt, days) ? submittedAt : afterDeskTime(submittedAt, between(chance, 0, hourMs), days);
}

/** A result of the same day is promised for 17:00; what comes after 15:00 is promised for the next working day. */
function promisedAt(receivedAt: number, promisedDays: number, days: CityDays): number {
  const lateInTheDay = receivedAt - days.startOf(days.dayOf(receivedAt)) >= 15 * hourMs;
  const count = promisedDays === 0 && lateInTheDay && isDeskTime(receivedAt, days) ? 1 : promisedDays;
  const end = deskDayEnd(receivedAt, count, days);
  return end > receivedAt + hourMs ? end : deskDayEnd(receivedAt, count + 1, days);
}

/** From the receipt to the end, along one of the ways that such a case can go. */
function runOn(accepted: Accepted, mistaken: boolean): void {
  const { opening, around, teller, receivedAt } = accepted;
  const { chance, rules, days } = around;
  // Both come before the quickest desk is done.
  const withinMinutes = (from: number, to: number): number =>
    afterDeskTime(receivedAt, between(chance, from, to) * minuteMs, days);
  if (mistaken)
    teller.tell('amended', withinMinutes(0.3, 1.3), { procedure: opening.procedure.code, dating: 'correction' });
  if (happens(chance, rules.withActivity)) teller.tell('activity', withinMinutes(1.5, 3.8), { activity: 'assigned' });
  const { lateShare, stuckShare } = opening.unit;
  const { difficulty, promisedDays } = opening.procedure;
  const way = chance();
  const ways: readonly (readonly [share: number, go: (accepted: Accepted) => void])[] = [
    [lateShare * difficulty, endLate],
    [stuckShare * difficulty, lieForMonths],
    [rules.withdrawn, withdraw],
    [promisedDays === 0 ? 0 : rules.paused, pauseAndResume],
    [promisedDays === 0 ? 0 : rules.transferred, transfer],
    [promisedDays === 0 ? 0 : rules.reopened, endTwice],
  ];
  let upTo = 0;
  for (const [share, go] of ways) {
    upTo += share;
    if (way < upTo) {
      go(accepted);
      return;
    }
  }
  finish(accepted, inTime(accepted, receivedAt, accepted.spanMs));
}

/** A moment on time: a desk gives same-day results within the hour and uses a good part of the days it promised. */
function inTime({ opening, around: { chance, days } }: Accepted, from: number, spanMs: number): number {
  const sameDay = opening.procedure.promisedDays === 0;
  const share = between(chance, 0.14, 0.97);
  const workMs = sameDay ? Math.min(between(chance, 4 * minuteMs, 75 * minuteMs), spanMs * share) : spanMs * share;
  return afterDeskTime(from, workMs, days);
}

function finish({ opening, teller, around: { chance, days, rules } }: Accepted, at: number): void {
  const outcome = rules.outcome === null ? {} : outcomeOf(chance, rules.outcome, opening, isOnline(opening.channel));
  const handedAtOnce = isOnline(opening.channel) || opening.procedure.promisedDays === 0;
  if (handedAtOnce) {
    teller.tell('returned', at, outcome, [['handled', at]]);
    return;
  }
  teller.tell('handled', at, outcome);
  teller.tell('returned', afterDeskTime(at, between(chance, hourMs, 20 * hourMs), days));
}

function endLate(accepted: Accepted): void {
  const { around, due, teller } = accepted;
  const { chance, days } = around;
  const lateMs = (Math.min(geometric(chance, 6), 40) - chance()) * deskDayMs + 5 * minuteMs;
  const end = afterDeskTime(due, lateMs, days);
  const apologyAt = afterDeskTime(due, between(chance, minuteMs, 3 * hourMs), days);
  // A letter of apology promises a new day; it comes when the old one has passed and nothing is in sight.
  if (apologyAt < end && happens(chance, 0.6)) teller.tell('amended', apologyAt, { due: deskDayEnd(end, 0, days) });
  finish(accepted, end);
}

function lieForMonths(accepted: Accepted): void {
  const { chance, days } = accepted.around;
  finish(accepted, afterDeskTime(accepted.due, integerBetween(chance, 60, 160) * deskDayMs, days));
}

function withdraw({ around: { chance, days }, teller, receivedAt, spanMs }: Accepted): void {
  teller.tell('withdrawn', afterDeskTime(receivedAt, spanMs * between(chance, 0.12, 0.9), days));
}

function pauseAndResume(accepted: Accepted): void {
  const { around, teller, receivedAt, spanMs } = accepted;
  const { chance, days } = around;
  const used = between(chance, 0.12, 0.45);
  const pausedAt = afterDeskTime(receivedAt, spanMs * used, days);
  const resumedAt = afterDeskTime(pausedAt, between(chance, 0.5, 8) * deskDayMs, days);
  teller.tell('paused', pausedAt);
  if (happens(chance, 0.06)) {
    teller.tell('withdrawn', resumedAt);
    return;
  }
  const leftMs = spanMs * (1 - used);
  const due = deskDayEnd(afterDeskTime(resumedAt, leftMs, days), 0, days);
  teller.tell('resumed', resumedAt, { due });
  finish(accepted, inTime(accepted, resumedAt, leftMs));
}

function transfer(accepted: Accepted): void {
  const { around, teller, receivedAt, spanMs } = accepted;
  const at = afterDeskTime(receivedAt, spanMs * between(around.chance, 0.1, 0.2), around.days);
  const unit = around.otherUnit();
  if (unit !== null) teller.tell('transferred', at, { unit });
  finish(accepted, inTime(accepted, at, spanMs * 0.75));
}

function endTwice(accepted: Accepted): void {
  const { around, teller, receivedAt, spanMs } = accepted;
  const { chance, days } = around;
  const firstEnd = inTime(accepted, receivedAt, spanMs);
  teller.tell('returned', firstEnd, {}, [['handled', firstEnd]]);
  const reopenedAt = afterDeskTime(firstEnd, between(chance, 0.5, 4) * deskDayMs, days);
  teller.tell('reopened', reopenedAt, { due: deskDayEnd(reopenedAt, 3, days) });
  finish(accepted, afterDeskTime(reopenedAt, between(chance, 0.3, 2.5) * deskDayMs, days));
}
