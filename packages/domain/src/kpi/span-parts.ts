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
  /** Half-open, epoch milliseconds; `from` may be -Infinity only where the finest level is a day. */
  readonly entries: readonly { readonly from: number; readonly to: number }[];
}

const hourMs = 3_600_000;

/** Number of an effective time's bucket. */
export function bucketOf(level: BalanceLevel, atMs: number, zone: string): number {
  if (level === balanceLevels.hour) return Math.floor(atMs / hourMs);
  return level === balanceLevels.day ? localDayNumber(atMs, zone) : localMonthNumber(atMs, zone);
}

/**
 * Cuts a span into whole months, whole days, whole hours and what is left over.
 * @param finest `hour`, or `day` for the grains that keep no hours
 */
export function spanParts(span: Span, zone: string, finest: 'day' | 'hour'): SpanParts {
  const parts = { buckets: [] as BucketRange[], entries: [] as { from: number; to: number }[] };
  if (span.from !== null && span.from >= span.to) return parts;
  // Whole months first; what they leave at both ends goes to days, then hours, then entries.
  const monthEnd = localMonthNumber(span.to, zone);
  const monthStart = span.from === null ? Number.MIN_SAFE_INTEGER : ceilBucket(span.from, zone, 'month');
  if (monthStart < monthEnd) {
    parts.buckets.push({ level: balanceLevels.month, from: monthStart, to: monthEnd });
    if (span.from !== null) addDays(parts, { from: span.from, to: startOfMonthMs(monthStart, zone) }, zone, finest);
    addDays(parts, { from: startOfMonthMs(monthEnd, zone), to: span.to }, zone, finest);
  } else if (span.from !== null) addDays(parts, { from: span.from, to: span.to }, zone, finest);
  return parts;
}

interface Parts {
  buckets: BucketRange[];
  entries: { from: number; to: number }[];
}
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function addDays(parts: Parts, { from, to }: Stretch, zone: string, finest: 'day' | 'hour'): void {
  if (from >= to) return;
  const first = ceilBucket(from, zone, 'day');
  const end = localDayNumber(to, zone);
  if (first >= end) {
    addHours(parts, { from, to }, finest);
    return;
  }
  parts.buckets.push({ level: balanceLevels.day, from: first, to: end });
  addHours(parts, { from, to: startOfDayMs(first, zone) }, finest);
  addHours(parts, { from: startOfDayMs(end, zone), to }, finest);
}

function addHours(parts: Parts, { from, to }: Stretch, finest: 'day' | 'hour'): void {
  if (from >= to) return;
  const first = Math.ceil(from / hourMs);
  const end = Math.floor(to / hourMs);
  if (finest === 'day' || first >= end) {
    parts.entries.push({ from, to });
    return;
  }
  parts.buckets.push({ level: balanceLevels.hour, from: first, to: end });
  if (from < first * hourMs) parts.entries.push({ from, to: first * hourMs });
  if (end * hourMs < to) parts.entries.push({ from: end * hourMs, to });
}

/** The first bucket that begins at or after a moment. */
function ceilBucket(atMs: number, zone: string, level: 'day' | 'month'): number {
  const number = level === 'day' ? localDayNumber(atMs, zone) : localMonthNumber(atMs, zone);
  const start = level === 'day' ? startOfDayMs(number, zone) : startOfMonthMs(number, zone);
  return start === atMs ? number : number + 1;
}
