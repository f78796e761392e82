import { spanText, type Language, type Trend } from '@flagtower/charts';
import type { KpiAnswer, KpiDefinition } from '@flagtower/contracts';
import { dayOfNumber, localDayNumber, startOfDayMs } from '@flagtower/domain';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

export type TrendGrain = 'hour' | 'day';

/** A day, in hours: a value that counts for longer than that comes too seldom for a course by the hour. */
const LONGEST_HOURLY = 24;

/** Readings and notices by the hour, cases and what is told by the day or the week by the day; `null`: a figure of now only. */
export function trendGrain(formula: KpiDefinition['formula']): TrendGrain | null {
  const { kind } = formula;
  if (kind === 'observation' && (formula.latestHours ?? 0) > LONGEST_HOURLY) return 'day';
  if (kind === 'flow' || kind === 'state' || kind === 'share' || kind === 'total' || kind === 'handling-time')
    return 'day';
  return kind === 'backlog-days' || kind === 'catalogue' || kind === 'stated' ? null : 'hour';
}

interface Bucket {
  /** As the service writes it in the key of a value. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly start: number;
}

/** The last buckets of a ledger, the oldest first, the running one last. */
export function trendBuckets(
  by: TrendGrain,
  count: number,
  { nowMs, zone }: { nowMs: number; zone: string },
): Bucket[] {
  const steps = Array.from({ length: count }, (_, index) => count - 1 - index);
  if (by === 'hour') {
    const last = nowMs - (nowMs % hourMs);
    return steps.map((back) => {
      const start = last - back * hourMs;
      return { name: new Date(start).toISOString(), start };
    });
  }
  const today = localDayNumber(nowMs, zone);
  return steps.map((back) => ({ name: dayOfNumber(today - back).toString(), start: startOfDayMs(today - back, zone) }));
}

/**
 * What was told for each bucket. A bucket without a value is a gap; of a flow, one after the first that was told had none
 * of it.
 */
export function trendPoints(
  { values }: Pick<KpiAnswer, 'values'>,
  by: TrendGrain,
  buckets: readonly Bucket[],
  isFlow: boolean,
): Trend['points'] {
  const told = new Map(values.map(({ key, value }) => [key[by] ?? '', value]));
  let isKnown = false;
  return buckets.map(({ name, start }, index) => {
    const value = told.get(name) ?? null;
    isKnown ||= value !== null;
    return {
      start: new Date(start).toISOString(),
      value: value ?? (isFlow && isKnown ? 0 : null),
      partial: index === buckets.length - 1,
    };
  });
}

const times: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: hourMs, d: dayMs };

/** Times on an axis need one unit for all: the greatest that the longest of them fills. Other figures stay as they are. */
export function chartScale(
  unitOfMeasure: string,
  points: Trend['points'],
  language: Language,
): { readonly divisor: number; readonly unit: string; readonly digits: number } {
  const ms = times[unitOfMeasure];
  const most = Math.max(0, ...points.map(({ value }) => Math.abs(value ?? 0)));
  if (ms === undefined) return { divisor: 1, unit: '', digits: points.every(isWhole) ? 0 : 1 };
  const unitMs = [dayMs, hourMs, 60_000, 1000].find((one) => most * ms >= 2 * one) ?? 1000;
  return { divisor: unitMs / ms, unit: spanText(unitMs, language).replace(/^1\s/u, ''), digits: 1 };
}

function isWhole({ value }: Trend['points'][number]): boolean {
  return value === null || Number.isInteger(value);
}
