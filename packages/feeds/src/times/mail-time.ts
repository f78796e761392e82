import { ownWords } from '../text/own-words.ts';
import { monthNumber } from './month-number.ts';
import { wallTime, type WallTime } from './wall-time.ts';

const MAIL =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s+([A-Za-z]{1,5}|[+-]\d{4}))?$/;

/** The zones that RFC 822 names; what any other letters mean nobody can tell. */
const ZONES: Readonly<Record<string, string>> = ownWords({
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-0500',
  edt: '-0400',
  cst: '-0600',
  cdt: '-0500',
  mst: '-0700',
  mdt: '-0600',
  pst: '-0800',
  pdt: '-0700',
});

/**
 * Dates of mails and of RSS (RFC 822, RFC 2822): `Tue, 24 Nov 2026 10:42:07 +0700`. A year of two digits is of 1970 to 2069. The
 * name of the weekday is not compared.
 * @returns `null` also where a zone has a name that the standard does not know
 */
export function mailTime(text: string): WallTime | null {
  const match = MAIL.exec(text);
  if (match === null) return null;
  const [, day, month = '', year, hour, minute, second, zone] = match;
  const offset = zone === undefined ? null : offsetOf(zone);
  if (offset === undefined) return null;
  const number = Number(year);
  return wallTime({
    year: year?.length === 2 ? number + (number < 70 ? 2000 : 1900) : number,
    month: monthNumber(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: second === undefined ? null : Number(second),
    fraction: '',
    offset,
  });
}

/** @returns `undefined` for a name that the standard does not know */
function offsetOf(zone: string): string | undefined {
  return /^[+-]/.test(zone) ? zone : ZONES[zone.toLowerCase()];
}
