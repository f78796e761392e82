import type { WallTime } from './wall-time.ts';

/** A reader of times counted from 1970 in UTC, in steps of so many milliseconds; parts of one are rounded. */
export function epochTime(stepMs: number): (text: string) => WallTime | null {
  return (text) =>
    /^-?\d{1,14}(?:\.\d{1,9})?$/.test(text)
      ? { wallMs: Math.round(Number(text) * stepMs), precision: 'instant', offsetMinutes: 0 }
      : null;
}
