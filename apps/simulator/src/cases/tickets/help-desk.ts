import { daysFrom, hourMs, minuteMs } from '../../calendar/city-days.ts';
import { hourOfDay, bell } from '../../calendar/rhythm.ts';
import type { CityModel } from '../../city-model.ts';
import { observation, type Reading } from '../../readings/reading.ts';
import { ticketsOf } from './ticket-cohort.ts';

export const helpDeskEveryMs = 5 * minuteMs;
/** On the shared one-stop system early in 2019: more than this (Kinh tế & Đô thị). */
const accounts = 11_000;
/** At work at noon of a working day; assumed. */
const activeShare = 0.62;

/** Accounts in use, and how long those who got a first answer after `since` had waited. */
export function helpDeskReadings(city: CityModel, since: number, at: number): Reading[] {
  const { hour, works } = hourOfDay(city, at);
  const share = (works ? activeShare : 0.03) * Math.min(1, bell(hour, 9.5, 1.8) + bell(hour, 15, 1.8)) + 0.004;
  const day = city.days.dayOf(at);
  const answered = daysFrom(city.days.dayOf(since) - 1, day)
    .flatMap((each) => ticketsOf(city, each))
    .filter(({ respondedAt }) => {
      return respondedAt > since && respondedAt <= at;
    });
  return [
    observation({
      feed: 'help-desk',
      entity: 'one-stop',
      metric: 'active-accounts',
      value: Math.round(accounts * share),
      unit: '{account}',
      at,
    }),
    ...answered.map(({ topic, openedAt, respondedAt }) =>
      observation({
        feed: 'help-desk',
        entity: topic,
        metric: 'first-response',
        value: Math.round(Math.min(respondedAt - openedAt, 72 * hourMs) / 1000),
        unit: 's',
        at: respondedAt,
      }),
    ),
  ];
}
