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
  const parts: Parts = { buckets: [], entries: [] };
  if (span.from !== null && span.from >= span.to) return parts;
  if (coarsest === 'hour') {
    addHours(parts, { from: span.from ?? firstBucket * hourMs, to: span.to }, finest);
    return parts;
  }
  if (coarsest === 'day' && span.from === null) {
    const end = localDayNumber(span.to, zone);
    parts.buckets.push({ level: balanceLevels.day, from: firstBucket, to: end });
    addHours(parts, { from: startOfDayMs(end, zone), to: span.to }, finest);
    return parts;
  }
  if (coarsest === 'day') {
    addDays(parts, { from: span.from ?? 0, to: span.to }, zone, finest);
    return parts;
  }
  // Whole months first; what they leave at both ends goes to days, then hours, then entries.
  const monthEnd = localMonthNumber(span.to, zone);
  const monthStart = span.from === null ? firstBucket : ceilBucket(span.from, zone, 'month');
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
