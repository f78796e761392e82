import type { Precision } from '@flagtower/contracts';

import { ownWords } from '../text/own-words.ts';
import { epochTime } from './epoch-time.ts';
import { isoTime } from './iso-time.ts';
import { mailTime } from './mail-time.ts';
import { patternTime } from './pattern-time.ts';
import type { WallTime } from './wall-time.ts';
import { zoneClock, type ClockDoubt, type ZoneClock } from './zone-clock.ts';

/** A moment as a source told it. */
export interface Moment {
  readonly epochMs: number;
  readonly precision: Precision;
  readonly doubt: ClockDoubt | null;
}

/** Which end of a day stands for it: work done on a day begins with it, a promise for a day holds to its last ms. */
export type DayEdge = 'start' | 'end';

/** @returns `null` where the text is no time in any of the formats */
export type ReadMoment = (text: string, edge: DayEdge) => Moment | null;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Instants on the wire have a year of four digits. */
const FIRST_MS = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

function placed(wall: WallTime, edge: DayEdge, clock: ZoneClock): Moment {
  const { wallMs, precision, offsetMinutes } = wall;
  if (offsetMinutes !== null) return { epochMs: wallMs - offsetMinutes * 60_000, precision, doubt: null };
  if (precision !== 'day') return { ...clock(wallMs), precision };
  // A midnight that a clock change skips or doubles is still where the day begins: no doubt worth telling.
  if (edge === 'start') return { epochMs: clock(wallMs).epochMs, precision, doubt: null };
  return { epochMs: clock(wallMs + DAY_MS).epochMs - 1, precision, doubt: null };
}

/**
 * A reader for `formats` in order (`iso`, `mail`, `seconds`, `milliseconds` or a pattern), in `zone` where the text gives no offset.
 * @throws FlagtowerError `BAD_REQUEST` for an unknown zone or format
 */
export function momentReader(formats: readonly string[], zone: string): ReadMoment {
  const clock = zoneClock(zone);
  const readers = formats.map(readerOfFormat);
  return (text, edge) => {
    for (const read of readers) {
      const wall = read(text);
      if (wall === null) continue;
      const moment = placed(wall, edge, clock);
      return moment.epochMs >= FIRST_MS && moment.epochMs <= LAST_MS ? moment : null;
    }
    return null;
  };
}

const standardFormats: Readonly<Record<string, (text: string) => WallTime | null>> = ownWords({
  iso: isoTime,
  mail: mailTime,
  seconds: epochTime(1000),
  milliseconds: epochTime(1),
});

function readerOfFormat(format: string): (text: string) => WallTime | null {
  return standardFormats[format] ?? patternTime(format);
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
const THREE_DIGITS = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));
const MAX_DAYS = 20_000;
const dayTexts = new Map<number, string>();

function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  if (dayTexts.size >= MAX_DAYS) dayTexts.clear();
  const text = new Date(day * DAY_MS).toISOString().slice(0, 11);
  dayTexts.set(day, text);
  return text;
}

/**
 * The text form on the wire; schemas make an `Instant` of it. It is written half a dozen times a row, mostly on few
 * days, and so it is put together from remembered parts: three times as fast as asking `Date` for each.
 */
export function instantText(epochMs: number): string {
  const day = Math.floor(epochMs / DAY_MS);
  const ms = epochMs - day * DAY_MS;
  const second = Math.floor(ms / 1000);
  const minute = Math.floor(second / 60);
  const hour = Math.floor(minute / 60);
  const [hh, mm, ss] = [TWO_DIGITS[hour], TWO_DIGITS[minute % 60], TWO_DIGITS[second % 60]];
  return `${dayText(day)}${hh}:${mm}:${ss}.${THREE_DIGITS[ms % 1000]}Z`;
}

/** A moment as a record tells it. */
export function toldMoment({ epochMs, precision }: Moment): { at: string; precision: Precision } {
  return { at: instantText(epochMs), precision };
}
