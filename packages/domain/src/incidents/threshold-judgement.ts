import type { Threshold } from '@flagtower/contracts';

import { localDay, zoneOffsetMs } from '../time/zone-days.ts';
import type { ThresholdReading } from './threshold-reading.ts';
import { severityHeldBy, severityOfValue } from './threshold.ts';

const dayMs = 86_400_000;

/** What a threshold makes of a value by itself. */
export type Judgement = Pick<ThresholdReading, 'severity' | 'holds'>;

interface Measured {
  readonly feed: string;
  readonly metric: string;
  readonly entity: string;
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  /** `null`: absent. */
  readonly value: number | null;
}

/**
 * @param zone in which the day and the hours of the rule are told
 * @returns `null` for what the threshold does not look at: other things, and days before its first
 */
export function judgementOf(
  threshold: Threshold,
  { feed, metric, entity, occurredAt, value }: Measured,
  zone: string,
): Judgement | null {
  if (feed !== threshold.feed || metric !== threshold.metric) return null;
  if (threshold.entities !== undefined && !threshold.entities.includes(entity)) return null;
  if (localDay(occurredAt, zone) < threshold.validFrom) return null;
  if (value === null) return { severity: 0, holds: 0 };
  const severity = startsNothing(threshold, occurredAt, zone) ? 0 : severityOfValue(threshold, value);
  return { severity, holds: severityHeldBy(threshold, value) };
}

function startsNothing({ notDuring }: Threshold, occurredAt: number, zone: string): boolean {
  if (notDuring.length === 0) return false;
  const minutes = Math.floor(((occurredAt + zoneOffsetMs(occurredAt, zone)) % dayMs) / 60_000);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return notDuring.some(({ from, to }) => from <= clock && clock < to);
}
