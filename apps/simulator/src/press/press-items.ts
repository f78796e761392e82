import { daysFrom, hourMs, isoOf, minuteMs, stampOf, type DayNumber } from '../calendar/city-days.ts';
import { afterDeskTime, deskDayEnd } from '../calendar/desk-time.ts';
import { bell } from '../calendar/rhythm.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { chanceOf } from '../chance/chance.ts';
import { between, count, draw, happens, weighted } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';

export const pressEveryMs = 5 * minuteMs;

/** Items about the city on a working day, all outlets together. No source gives a figure: this one and all below are assumed. */
const perWorkingDay = 240;
const perDayOff = 130;
/** Of the items, what waits for an answer of the city, and in how many working days one is promised. */
const needsReply = 0.045;
const promisedDays = 3;
const lateShare = 0.08;

/** What is written about; a topic that complains more is answered more. */
const topics = weighted(
  [
    { code: 'giao-thong', weight: 20, negative: 0.34 },
    { code: 'do-thi-xay-dung', weight: 17, negative: 0.38 },
    { code: 'moi-truong', weight: 13, negative: 0.42 },
    { code: 'kinh-te', weight: 15, negative: 0.12 },
    { code: 'van-hoa-du-lich', weight: 14, negative: 0.07 },
    { code: 'giao-duc', weight: 9, negative: 0.24 },
    { code: 'y-te', weight: 7, negative: 0.25 },
    { code: 'cai-cach-hanh-chinh', weight: 5, negative: 0.16 },
  ],
  ({ weight }) => weight,
);
const positive = 0.3;

/** Newsrooms write from early morning to late evening, most before noon and in the afternoon. */
const hours = weighted(
  Array.from({ length: 24 }, (_, hour) => hour),
  (hour) => 0.04 + bell(hour, 9.5, 2.2) + 0.9 * bell(hour, 16, 2.5) + 0.3 * bell(hour, 20.5, 1.5),
);

export type Outlet = 'papers' | 'broadcasters';

export interface PressItem {
  readonly id: string;
  readonly outlet: Outlet;
  readonly topic: string;
  /** `null`: the desk did not rate it. */
  readonly tone: 'positive' | 'neutral' | 'negative' | null;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  /** `null`: it needs no reply. */
  readonly reply: { readonly dueAt: number; readonly repliedAt: number } | null;
}

/** All that is ever published on a day: a pure function of the city, its seed and the day. */
export function pressItemsOf(city: CityModel, day: DayNumber): PressItem[] {
  const chance = chanceOf(city.seed, 'press', isoOf(day));
  const stamp = stampOf(day);
  return Array.from({ length: count(chance, isWorkingDay(day, city.days) ? perWorkingDay : perDayOff) }, (_, index) => {
    const topic = draw(chance, topics);
    const publishedAt = city.days.startOf(day) + Math.floor((draw(chance, hours) + chance()) * 3600) * 1000;
    const rated = happens(chance, 0.9);
    const mood = chance();
    const tone = mood < topic.negative ? 'negative' : mood < topic.negative + positive ? 'positive' : 'neutral';
    const isAsked = happens(chance, needsReply * (tone === 'negative' ? 2.4 : 0.4));
    const dueAt = deskDayEnd(publishedAt, promisedDays, city.days);
    const workMs = happens(chance, lateShare)
      ? between(chance, 3.2, 6) * 8 * hourMs
      : between(chance, 0.15, 2.6) * 8 * hourMs;
    const repliedAt = afterDeskTime(publishedAt, workMs, city.days);
    return {
      id: `BC-${stamp}-${String(index + 1).padStart(4, '0')}`,
      outlet: happens(chance, 0.7) ? 'papers' : 'broadcasters',
      topic: topic.code,
      tone: rated ? tone : null,
      publishedAt,
      reply: isAsked ? { dueAt, repliedAt: Math.floor(repliedAt / minuteMs) * minuteMs } : null,
    };
  });
}

/** A reply that nobody gave by then is not looked for any more. */
const daysOfReplies = 21;

/**
 * What stands on an outlet's page at a moment, newest first: the items of today and yesterday, and those with a reply of the last
 * three weeks, for the page tells what became of them.
 */
export function pressPage(city: CityModel, outlet: Outlet, at: number): PressItem[] {
  const today = city.days.dayOf(at);
  return daysFrom(today - daysOfReplies, today)
    .flatMap((day) => pressItemsOf(city, day).filter(({ reply }) => day >= today - 1 || reply !== null))
    .filter((item) => item.outlet === outlet && item.publishedAt <= at)
    .toSorted((one, other) => other.publishedAt - one.publishedAt);
}
