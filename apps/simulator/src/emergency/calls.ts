import { hourMs, isoOf, minuteMs } from '../calendar/city-days.ts';
import { dayLoad, hourOfDay } from '../calendar/rhythm.ts';
import { chanceOf } from '../chance/chance.ts';
import { between, count, happens, normal } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import { observation, type Reading } from '../readings/reading.ts';
import { correctionsAt, floodAt, isFeastAt } from '../story/story.ts';

interface Line {
  readonly number: '113' | '114' | '115';
  readonly callsADay: number;
  /** Of the calls, those that somebody is sent for. */
  readonly validShare: number;
  /** How much more a flooded city calls. */
  readonly inFlood: number;
  /** How much more is called at Tết. */
  readonly atTet: number;
  /** Minutes until somebody is there. */
  readonly reachMinutes: number;
}

/**
 * 113 and 114 get 2.000 to 2.500 calls a day together, of which 50 to 60 are valid (VTC News, August 2025); 115 drives about 82
 * patients a day (VnExpress, 2025) and takes about 15 minutes (VTC News, 2026). How the two police lines share their calls,
 * how many call 115, the other two times and what a flood and Tết do are assumed.
 */
const lines: readonly Line[] = [
  { number: '113', callsADay: 1400, validShare: 0.027, inFlood: 2, atTet: 1.3, reachMinutes: 12 },
  { number: '114', callsADay: 850, validShare: 0.021, inFlood: 7, atTet: 1.2, reachMinutes: 10 },
  { number: '115', callsADay: 420, validShare: 0.195, inFlood: 2, atTet: 1.6, reachMinutes: 15 },
];

/** Frames of five minutes: what was called in one is told at its end. */
export const callsEveryMs = 5 * minuteMs;
const framesAnHour = hourMs / callsEveryMs;
/** The load of a day's hours on average, so that a day has the calls it should have. */
const meanLoad = 0.62;

interface Frame {
  readonly calls: number;
  readonly valid: number;
}

/** As it is known at `toldAt`. */
function frameOf(city: CityModel, line: Line, endsAt: number, toldAt: number): Frame {
  const frame = firstTold(city, line, endsAt);
  return isRight(city, toldAt) ? setRight(frame) : frame;
}

function firstTold(city: CityModel, line: Line, endsAt: number): Frame {
  const chance = chanceOf(city.seed, 'calls', line.number, endsAt);
  const share = callsEveryMs / (24 * hourMs);
  const flood = 1 + (line.inFlood - 1) * (floodAt(city, endsAt)?.depth ?? 0);
  const tet = isFeastAt(city, endsAt) ? line.atTet : 1;
  const mean = line.callsADay * share * (dayLoad(hourOfDay(city, endsAt)) / meanLoad) * flood * tet;
  const calls = count(chance, mean);
  const valid = Array.from({ length: calls }).filter(() => happens(chance, line.validShare)).length;
  return { calls, valid };
}

/** The story's correction: what one line had handed on to another was counted twice, one call in ten. */
const countedTwice = 0.1;

function setRight({ calls, valid }: Frame): Frame {
  return { calls: Math.max(valid, Math.round(calls * (1 - countedTwice))), valid };
}

/** Whether what is told at a moment is told right already. */
function isRight(city: CityModel, toldAt: number): boolean {
  const from = correctionsAt(city);
  return from !== null && toldAt >= from;
}

/** How far back a document of a moment has to reach: the one with which the corrections begin tells the day before again. */
export function callsSince(city: CityModel, since: number, at: number): number {
  const from = correctionsAt(city);
  return from !== null && since < from && from <= at ? Math.min(since, at - 24 * hourMs) : since;
}

/** Days before the first one that is told in full, so that an hour has others of its kind to be held against. */
const earlierDays = 5;
const dayMs = 24 * hourMs;

/**
 * The hours of the days before, for whoever asks for the first time: counts of calls alone, an hour at once, as they are known at `at`.
 * Others have been told them already.
 */
export function earlierCalls(city: CityModel, since: number, at: number): Reading[] {
  if (since > at - dayMs) return [];
  const last = since - (since % hourMs);
  const hours = Array.from({ length: earlierDays * 24 }, (_, index) => ({
    end: last - index * hourMs,
    frames: framesAnHour,
  }));
  // The hour in which the full telling begins would be short of what came before.
  return [{ end: since, frames: (since - last) / callsEveryMs }, ...hours].flatMap(({ end, frames }) =>
    frames === 0 ? [] : lines.map((line) => callsUpTo(city, line, { end, frames, toldAt: at })),
  );
}

function callsUpTo(
  city: CityModel,
  line: Line,
  { end, frames, toldAt }: { readonly end: number; readonly frames: number; readonly toldAt: number },
): Reading {
  const told = Array.from({ length: frames }, (_, back) => frameOf(city, line, end - back * callsEveryMs, toldAt));
  return observation({
    feed: 'calls',
    entity: line.number,
    metric: 'calls',
    value: told.reduce((sum, { calls }) => sum + calls, 0),
    unit: '{call}',
    // The last millisecond of what it speaks of: the frame of five minutes that ends then is told at that moment.
    at: end - 1,
  });
}

/** All calls of all lines in a stretch, as they are known at its end. */
export function callsBetween(city: CityModel, from: number, to: number): number {
  const frames = callFrames(from, to).flatMap((at) => lines.map((line) => frameOf(city, line, at, to)));
  return frames.reduce((sum, { calls }) => sum + calls, 0);
}

/** Ends of the frames after one moment up to another. */
export function callFrames(since: number, at: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.round((at - since) / callsEveryMs)) },
    (_, index) => at - index * callsEveryMs,
  );
}

/** Calls of the five minutes that end at `at` and of the hour before it, and how long it took to be there; as told at `toldAt`. */
export function callReadings(city: CityModel, at: number, toldAt: number): Reading[] {
  const version = isRight(city, toldAt) ? { version: 1 } : {};
  return lines.flatMap((line) => {
    const frames = Array.from({ length: framesAnHour }, (_, index) =>
      frameOf(city, line, at - index * callsEveryMs, toldAt),
    );
    const [now] = frames;
    const ofHour = (pick: (frame: Frame) => number): number => frames.reduce((sum, frame) => sum + pick(frame), 0);
    const told = (metric: string, value: number): Reading =>
      observation({
        feed: 'calls',
        entity: line.number,
        metric,
        value,
        unit: '{call}',
        at,
        ...version,
      });
    return [
      told('calls', now?.calls ?? 0),
      told('valid', now?.valid ?? 0),
      told(
        'calls-hour',
        ofHour(({ calls }) => calls),
      ),
      told(
        'valid-hour',
        ofHour(({ valid }) => valid),
      ),
      ...reachReadings(city, line, at, now?.valid ?? 0),
    ];
  });
}

/** One reading a mission, at the second at which somebody was there. */
function reachReadings(city: CityModel, line: Line, at: number, missions: number): Reading[] {
  const slow = 1 + 0.9 * (floodAt(city, at)?.depth ?? 0);
  return Array.from({ length: missions }, (_, index) => {
    const chance = chanceOf(city.seed, 'reach', line.number, isoOf(city.days.dayOf(at)), at, index);
    const minutes = line.reachMinutes * slow * Math.exp(0.3 * normal(chance));
    return observation({
      feed: 'calls',
      entity: line.number,
      metric: 'reach-time',
      value: Math.round(minutes * 60),
      unit: 's',
      at: at - Math.floor(between(chance, 0, callsEveryMs)),
    });
  });
}
