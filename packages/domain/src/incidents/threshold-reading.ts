import type { IncidentSeverity, Point } from '@flagtower/contracts';

/** A value that matters to a threshold, as the rule of its commit judged it. Times in epoch milliseconds. */
export interface ThresholdReading {
  readonly id: string;
  readonly threshold: string;
  readonly entity: string;
  readonly source: string;
  /** Of the source: the same id with a higher version replaces the reading. */
  readonly recordId: string;
  readonly version: number;
  readonly hash: string;
  readonly occurredAt: number;
  readonly recordedAt: number;
  readonly seq: number;
  /** `null`: absent, which ends nothing. */
  readonly value: number | null;
  /** The worst level that it reaches; 0: none. */
  readonly severity: IncidentSeverity | 0;
  /** The worst level that it does not end where it went on; 0: it ends all. Never less than `severity`. */
  readonly holds: IncidentSeverity | 0;
  /** For how many minutes a level has to be held before it begins. */
  readonly forMinutes: number;
  readonly unitOfMeasure: string;
  readonly point: Point | null;
}

/** What is told in the end: of each record its last telling, in the order in which things happened; absent values tell nothing. */
export function standingReadings(told: readonly ThresholdReading[]): ThresholdReading[] {
  const last = new Map<string, ThresholdReading>();
  for (const reading of told) {
    const key = `${reading.source}\u0000${reading.recordId}`;
    const held = last.get(key);
    if (held === undefined || compare(held, reading) < 0) last.set(key, reading);
  }
  return [...last.values()]
    .filter(({ value }) => value !== null)
    .toSorted((one, other) => one.occurredAt - other.occurredAt || compare(one, other));
}

function compare(one: ThresholdReading, other: ThresholdReading): number {
  return one.version - other.version || (one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : 0);
}
