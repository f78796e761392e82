import type { HourBucket } from '@flagtower/charts';
import { startOfDayMs } from '@flagtower/domain';

const hourMs = 3_600_000;
/** What an hour usually brings is the mean of the same hour of so many days before: as many as the service reads at a time. */
export const USUAL_DAYS = 4;
/** Fewer known days say nothing of what is usual. */
const FEWEST_DAYS = 3;

export interface LineHours {
  /** The 24 hours of today. */
  readonly buckets: readonly HourBucket[];
  /** What 60 minutes up to now usually bring: the running hour and the one before by their parts; `null`: too few days are known. */
  readonly usualNow: number | null;
}

/**
 * Today by the hour, beside the mean of the same hours of the days before.
 * @param counts by the start of the hour, as the service writes it
 * @param today the ledger's day, by number
 */
export function lineHours(
  counts: ReadonlyMap<string, number | null>,
  { nowMs, today, zone }: { readonly nowMs: number; readonly today: number; readonly zone: string },
): LineHours {
  const countAt = (startMs: number): number | null => counts.get(new Date(startMs).toISOString()) ?? null;
  const usualAt = (hour: number, day: number): number | null => {
    const told = Array.from({ length: USUAL_DAYS }, (_, back) =>
      countAt(startOfDayMs(day - 1 - back, zone) + hour * hourMs),
    ).filter((count) => count !== null);
    return told.length < FEWEST_DAYS ? null : told.reduce((sum, count) => sum + count, 0) / told.length;
  };
  const midnight = startOfDayMs(today, zone);
  const buckets = Array.from({ length: 24 }, (_, hour): HourBucket => {
    const startMs = midnight + hour * hourMs;
    return {
      startMs,
      value: startMs > nowMs ? null : countAt(startMs),
      partial: startMs <= nowMs && nowMs < startMs + hourMs,
      usual: usualAt(hour, today),
    };
  });
  const hour = Math.floor((nowMs - midnight) / hourMs);
  const part = (nowMs - midnight) / hourMs - hour;
  const running = usualAt(hour, today);
  const before = hour === 0 ? usualAt(23, today - 1) : usualAt(hour - 1, today);
  return { buckets, usualNow: running === null || before === null ? null : running * part + before * (1 - part) };
}
