import { localDayNumber, localMonthNumber, startOfDayMs, startOfMonthMs } from '../time/zone-days.ts';
import type { Span } from './span.ts';

/** Balances are kept by the zone's calendar month and day, and by UTC hour. */
export const balanceLevels = { month: 0, day: 1, hour: 2 } as const;
export type BalanceLevel = (typeof balanceLevels)[keyof typeof balanceLevels];

/** Buckets `[from, to)` of one level. */
export interface BucketRange {
  readonly level: BalanceLevel;
  readonly from: number;
  readonly to: number;
}

/** A span as balances to add and stretches whose entries must be read one by one, together exactly the span. */
export interface SpanParts {
  readonly buckets: readonly BucketRange[];
  /** Half-open, epoch milliseconds. */
  readonly entries: readonly { readonly from: number; readonly to: number }[];
}

const hourMs = 3_600_000;

/** Number of an effective time's bucket. */
export function bucketOf(level: BalanceLevel, atMs: number, zone: string): number {
  if (level === balanceLevels.hour) return Math.floor(atMs / hourMs);
  return level === balanceLevels.day ? localDayNumber(atMs, zone) : localMonthNumber(atMs, zone);
}

/** Lowest number of a 32-bit column: a range that begins with it has no beginning. */
const firstBucket = -2_147_483_648;

export interface PartSizes {
  /** `month`, or what the parts are grouped by afterwards. */
  readonly coarsest: 'month' | 'day' | 'hour';
  /** `hour`, or `day` for the grain that keeps no hours. */
  readonly finest: 'day' | 'hour';
}

/** Cuts a span into whole months, whole days, whole hours and what is left over. */
export function spanParts(span: Span, zone: string, { coarsest, finest }: PartSizes): SpanParts {
  const cut: Cut = { zone, finest, buckets: [], entries: [] };
  if (coarsest === 'month') addMonths(cut, span);
  else if (coarsest === 'day') addDays(cut, span);
  else addHours(cut, span);
  return { buckets: cut.buckets, entries: cut.entries };
}

/** The parts so far. Whole buckets go into the middle; what they leave at both ends goes to the next finer size. */
interface Cut {
  readonly zone: string;
  readonly finest: 'day' | 'hour';
  readonly buckets: BucketRange[];
  readonly entries: { from: number; to: number }[];
}

function addMonths(cut: Cut, { from, to }: Span): void {
  const first = from === null ? firstBucket : ceilBucket(from, cut.zone, 'month');
  const end = localMonthNumber(to, cut.zone);
  if (first >= end) {
    addDays(cut, { from, to });
    return;
  }
  cut.buckets.push({ level: balanceLevels.month, from: first, to: end });
  if (from !== null) addDays(cut, { from, to: startOfMonthMs(first, cut.zone) });
  addDays(cut, { from: startOfMonthMs(end, cut.zone), to });
}

function addDays(cut: Cut, { from, to }: Span): void {
  const first = from === null ? firstBucket : ceilBucket(from, cut.zone, 'day');
  const end = localDayNumber(to, cut.zone);
  if (first >= end) {
    addHours(cut, { from, to });
    return;
  }
  cut.buckets.push({ level: balanceLevels.day, from: first, to: end });
  if (from !== null) addHours(cut, { from, to: startOfDayMs(first, cut.zone) });
  addHours(cut, { from: startOfDayMs(end, cut.zone), to });
}

function addHours(cut: Cut, { from, to }: Span): void {
  const start = from ?? firstBucket * hourMs;
  if (start >= to) return;
  const first = Math.ceil(start / hourMs);
  const end = Math.floor(to / hourMs);
  if (cut.finest === 'day' || first >= end) {
    cut.entries.push({ from: start, to });
    return;
  }
  cut.buckets.push({ level: balanceLevels.hour, from: first, to: end });
  if (start < first * hourMs) cut.entries.push({ from: start, to: first * hourMs });
  if (end * hourMs < to) cut.entries.push({ from: end * hourMs, to });
}

/** The first bucket that begins at or after a moment. */
function ceilBucket(atMs: number, zone: string, level: 'day' | 'month'): number {
  const number = level === 'day' ? localDayNumber(atMs, zone) : localMonthNumber(atMs, zone);
  const start = level === 'day' ? startOfDayMs(number, zone) : startOfMonthMs(number, zone);
  return start === atMs ? number : number + 1;
}
