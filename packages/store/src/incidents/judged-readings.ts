import type { Threshold } from '@flagtower/contracts';
import { judgementOf, type Judgement } from '@flagtower/domain';

/** What of a reading a threshold looks at. */
export interface Judgeable {
  readonly seq: number;
  readonly feed: string;
  readonly metric: string;
  readonly entity: string;
  /** An instant as text. */
  readonly occurredAt: string;
  readonly value: number | null;
}

/** A reading as a threshold judges it. */
export interface Judged<Reading extends Judgeable = Judgeable> extends Judgement {
  readonly reading: Reading;
  readonly threshold: Threshold;
}

/** @param zone of the ledger */
export function judgedReadings<Reading extends Judgeable>(
  thresholds: readonly Threshold[],
  zone: string,
  readings: readonly Reading[],
): Judged<Reading>[] {
  return readings.flatMap((reading) => {
    const rules = thresholds.filter(({ feed, metric }) => feed === reading.feed && metric === reading.metric);
    if (rules.length === 0) return [];
    const measured = { ...reading, occurredAt: Date.parse(reading.occurredAt) };
    return rules.flatMap((threshold) => {
      const judgement = judgementOf(threshold, measured, zone);
      return judgement === null ? [] : [{ reading, threshold, ...judgement }];
    });
  });
}

/** The value at which, or past which, nothing of a threshold goes on any more. */
export function clearedFrom({ side, levels }: Threshold): { readonly value: number; readonly includes: boolean } {
  const out = side === 'above' ? 1 : -1;
  return levels
    .map(({ value, clearsAt }) => ({ value: clearsAt ?? value, includes: clearsAt !== undefined }))
    .reduce((least, next) =>
      next.value * out < least.value * out || (next.value === least.value && !next.includes) ? next : least,
    );
}
