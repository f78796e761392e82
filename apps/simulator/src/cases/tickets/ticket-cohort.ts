import { hourMs, isoOf, minuteMs, stampOf, type DayNumber } from '../../calendar/city-days.ts';
import { afterDeskTime, deskDayEnd } from '../../calendar/desk-time.ts';
import { isWorkingDay } from '../../calendar/working-days.ts';
import { chanceOf } from '../../chance/chance.ts';
import { between, count, draw, happens, weighted } from '../../chance/draw.ts';
import type { CityModel } from '../../city-model.ts';
import { tellerOf, type Cohort, type TimedRecord } from '../case-record.ts';

/** Tickets of officials on a working day; no source tells their number, so it is assumed for 11.000 accounts. */
const onWorkingDay = 170;
const onDayOff = 12;
const lateShare = 0.05;

/** What is asked for, with the working days in which it is promised. */
const topics = weighted(
  [
    { code: 'tai-khoan', promisedDays: 0, weight: 34 },
    { code: 'phan-mem', promisedDays: 1, weight: 26 },
    { code: 'may-tinh', promisedDays: 2, weight: 16 },
    { code: 'mang', promisedDays: 1, weight: 14 },
    { code: 'chu-ky-so', promisedDays: 1, weight: 10 },
  ],
  ({ weight }) => weight,
);

export interface Ticket {
  readonly records: readonly TimedRecord[];
  readonly topic: string;
  /** Epoch milliseconds. */
  readonly openedAt: number;
  readonly respondedAt: number;
}

/** The tickets of a day, told to their ends: a pure function of the city, its seed and the day. */
export function ticketsOf(city: CityModel, day: DayNumber): Ticket[] {
  const { days } = city;
  const chance = chanceOf(city.seed, 'tickets', isoOf(day));
  const places = city.placesOn(day);
  if (places.length === 0) return [];
  const byPeople = weighted(places, ({ population }) => population);
  const stamp = stampOf(day);
  return Array.from({ length: count(chance, isWorkingDay(day, days) ? onWorkingDay : onDayOff) }, (_, index) => {
    const topic = draw(chance, topics);
    const openedAt = days.startOf(day) + Math.floor(between(chance, 7.5, 18) * hourMs);
    const respondedAt = afterDeskTime(openedAt, between(chance, 2, 55) * minuteMs, days);
    const due = deskDayEnd(openedAt, topic.promisedDays + 1, days);
    const late = happens(chance, lateShare);
    const endedAt = late
      ? afterDeskTime(due, between(chance, 0.5, 20) * hourMs, days)
      : afterDeskTime(respondedAt, between(chance, 0.1, 1) * Math.max(0.5 * hourMs, (due - respondedAt) * 0.2), days);
    const teller = tellerOf('ticket', `HT-${stamp}-${String(index + 1).padStart(4, '0')}`);
    const unit = draw(chance, byPeople).code;
    teller.tell('received', openedAt, { unit, procedure: topic.code, channel: 'online', due });
    teller.tell('activity', respondedAt, { activity: 'first-response' });
    teller.tell('handled', endedAt);
    return { records: teller.records, topic: topic.code, openedAt, respondedAt };
  });
}

/** @yields all at once: they are few */
export function* ticketCohort(city: CityModel, day: DayNumber): Cohort {
  yield ticketsOf(city, day).flatMap(({ records }) => records);
}
