import type { Precision } from '@flagtower/contracts';

/** What a text says about a moment, before a zone is applied. */
export interface WallTime {
  /** Wall-clock time written as if it were UTC, in ms. */
  readonly wallMs: number;
  readonly precision: Precision;
  /** Offset from UTC that the text itself gives; `null`: the zone decides. */
  readonly offsetMinutes: number | null;
}

export interface WallParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number | null;
  readonly minute: number;
  readonly second: number | null;
  /** Digits after the decimal sign, any number of them; cut to ms, never rounded into the next second. */
  readonly fraction: string;
  readonly offset: string | null;
}

const MINUTES = /^([+-])(\d{2})(?::?(\d{2}))?$/;

function offsetMinutes(offset: string | null): number | null {
  if (offset === null) return null;
  if (offset === 'Z' || offset === 'z') return 0;
  const [, sign, hours, minutes] = MINUTES.exec(offset) ?? [];
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -total : total;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Years below 1000 are placeholders and slips of the pen, never a city's record. */
function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return year >= 1000 && day >= 1 && day <= days;
}

/** No zone is further from UTC. */
const MAX_OFFSET_MINUTES = 18 * 60;

function isTimeOfDay(hour: number, minute: number, second: number): boolean {
  if (hour === 24) return minute === 0 && second === 0;
  return hour < 24 && minute < 60 && second <= 60;
}

/** @returns `null` where the parts name no moment, such as 31 February or 25:00; 24:00 is the next midnight */
export function wallTime(parts: WallParts): WallTime | null {
  const { year, month, day, minute } = parts;
  const hour = parts.hour ?? 0;
  const second = parts.second ?? 0;
  if (!isDay(year, month, day)) return null;
  if (!isTimeOfDay(hour, minute, second)) return null;
  const offset = offsetMinutes(parts.offset);
  if (offset !== null && Math.abs(offset) > MAX_OFFSET_MINUTES) return null;
  // A leap second has no place in UTC milliseconds: it is told as the second before.
  const seconds = (hour * 60 + minute) * 60 + Math.min(second, 59);
  const ms = Number(parts.fraction.slice(0, 3).padEnd(3, '0'));
  return {
    wallMs: Date.UTC(year, month - 1, day) + seconds * 1000 + ms,
    precision: parts.hour === null ? 'day' : parts.second === null ? 'minute' : 'instant',
    offsetMinutes: offset,
  };
}
