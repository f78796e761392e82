import { hourMs, isoOf, minuteMs } from '../calendar/city-days.ts';
import { dayLoad, hourOfDay } from '../calendar/rhythm.ts';
import { chanceOf } from '../chance/chance.ts';
import { between, count, happens, normal } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import { observation, type Reading } from '../readings/reading.ts';
import { floodAt } from '../story/story.ts';

interface Line {
  readonly number: '113' | '114' | '115';
  readonly callsADay: number;
  /** Of the calls, those that somebody is sent for. */
  readonly validShare: number;
  /** How much more a flooded city calls. */
  readonly inFlood: number;
  /** Minutes until somebody is there. */
  readonly reachMinutes: number;
}

/**
 * 113 and 114 get 2.000 to 2.500 calls a day together, of which 50 to 60 are valid (VTC News, August 2025); 115 drives about 82
 * patients a day (VnExpress, 2025) and takes about 15 minutes (VTC News, 2026). How the two police lines share their calls,
 * how many call 115, and the other two times are assumed.
 */
const lines: readonly Line[] = [
  { number: '113', callsADay: 1400, validShare: 0.027, inFlood: 2, reachMinutes: 12 },
  { number: '114', callsADay: 850, validShare: 0.021, inFlood: 7, reachMinutes: 10 },
  { number: '115', callsADay: 420, validShare: 0.195, inFlood: 2, reachMinutes: 15 },
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

function frameOf(city: CityModel, line: Line, endsAt: number): Frame {
  const chance = chanceOf(city.seed, 'calls', line.number, endsAt);
  const share = callsEveryMs / (24 * hourMs);
  const flood = 1 + (line.inFlood - 1) * (floodAt(city, endsAt)?.depth ?? 0);
  const mean = line.callsADay * share * (dayLoad(hourOfDay(city, endsAt)) / meanLoad) * flood;
  const calls = count(chance, mean);
  const valid = Array.from({ length: calls }).filter(() => happens(chance, line.validShare)).length;
  return { calls, valid };
}

/** Ends of the frames after one moment up to another. */
export function callFrames(since: number, at: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.round((at - since) / callsEveryMs)) },
    (_, index) => at - index * callsEveryMs,
  );
}

/** Calls of the five minutes that end at `at` and of the hour before it, and how long it took to be there. */
export function callReadings(city: CityModel, at: number): Reading[] {
  return lines.flatMap((line) => {
    const frames = Array.from({ length: framesAnHour }, (_, index) => frameOf(city, line, at - index * callsEveryMs));
    const [now] = frames;
    const ofHour = (pick: (frame: Frame) => number): number => frames.reduce((sum, frame) => sum + pick(frame), 0);
    const told = (metric: string, value: number): Reading =>
      observation({ feed: 'calls', entity: line.number, metric, value, unit: '{call}', at });
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
