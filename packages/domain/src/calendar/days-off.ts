import type { CalendarReason } from '@flagtower/contracts';

import { dayNumberOf } from '../time/zone-days.ts';
import type { FeastDay, HolidayDecision, HolidayRule } from './holiday-rule.ts';
import { weekdayOf } from './weekday.ts';

export interface DayOff {
  readonly day: number;
  readonly holiday: string;
  readonly reason: CalendarReason;
}

export interface DaysOffInput {
  readonly rules: readonly HolidayRule[];
  readonly decisions: readonly HolidayDecision[];
  /** 1 Monday to 7 Sunday. */
  readonly weekend: readonly number[];
  /** Day number of a feast in a year of the sun's calendar. */
  readonly feastOn: (feast: FeastDay, year: number) => number;
}

/**
 * The days off of one year, ascending: those that the law names, then for each that falls on a day of rest the next
 * working day (Labour Code 45/2019/QH14, Art. 111.3; before 2021 Labour Code 10/2012/QH13, Art. 115.3).
 */
export function daysOffIn(year: number, { rules, decisions, weekend, feastOn }: DaysOffInput): DayOff[] {
  const inForce = rules.filter(({ firstYear, lastYear }) => firstYear <= year && year <= (lastYear ?? year));
  const named = inForce
    .flatMap((rule) => celebrated(rule, feastOn(rule.feast, year), decisionOn(decisions, rule, year)))
    .toSorted((a, b) => a.day - b.day);
  const taken = new Set(named.map(({ day }) => day));
  const isRest = (day: number): boolean => weekend.includes(weekdayOf(day));
  const madeUp = named
    .filter(({ day }) => isRest(day))
    .map(({ day, holiday }): DayOff => {
      let next = day + 1;
      while (isRest(next) || taken.has(next)) next += 1;
      taken.add(next);
      return { day: next, holiday, reason: 'made-up' };
    });
  return [...named, ...madeUp].toSorted((a, b) => a.day - b.day);
}

function decisionOn(
  decisions: readonly HolidayDecision[],
  { id, choice }: HolidayRule,
  year: number,
): HolidayDecision | undefined {
  return choice ? decisions.find((decision) => decision.holiday === id && decision.year === year) : undefined;
}

function celebrated(rule: HolidayRule, feast: number, decision: HolidayDecision | undefined): DayOff[] {
  const first = decision === undefined ? feast - rule.daysBefore : dayNumberOf(decision.first);
  const count = rule.daysBefore + rule.daysFrom;
  if (decision !== undefined && dayNumberOf(decision.last) !== first + count - 1)
    throw new RangeError(`${rule.id} of ${String(decision.year)} takes ${String(count)} days, not those decided`);
  const reason = decidedOrAssumed(rule, decision);
  return Array.from({ length: count }, (_, index) => ({ day: first + index, holiday: rule.id, reason }));
}

function decidedOrAssumed({ choice }: HolidayRule, decision: HolidayDecision | undefined): CalendarReason {
  if (!choice) return 'holiday';
  return decision === undefined ? 'assumed' : 'decided';
}
