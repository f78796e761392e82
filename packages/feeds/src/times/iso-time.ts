import { wallTime, type WallTime } from './wall-time.ts';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** ISO 8601 as feeds write it: a blank for `T`, any number of decimals, `+0200`, `-00:00`, or a day alone. */
export function isoTime(text: string): WallTime | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  return wallTime({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: hour === undefined ? null : Number(hour),
    minute: Number(minute ?? 0),
    second: second === undefined ? null : Number(second),
    fraction: fraction ?? '',
    offset: offset ?? null,
  });
}
