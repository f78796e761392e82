import type { IncidentPlace, IncidentSeverity, Point, Threshold } from '@flagtower/contracts';

import type { Occasion, OccasionTelling } from './occasion.ts';

/** A value that matters to a threshold: one beyond it, or the one that came back. Times in epoch milliseconds. */
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
  /** 0: an ordinary value. */
  readonly severity: IncidentSeverity | 0;
  readonly unitOfMeasure: string;
  readonly point: Point | null;
}

/**
 * What thresholds saw: of each thing, every unbroken stretch of values beyond one. It begins with the first of them and ends with the
 * first ordinary value, never because nothing comes any more. Order of arrival does not matter; a corrected value replaces the wrong one.
 */
export function crossingOccasions(
  readings: readonly ThresholdReading[],
  thresholds: readonly Pick<Threshold, 'id' | 'kind'>[],
  at: number,
): Occasion[] {
  const kinds = new Map(thresholds.map(({ id, kind }) => [id, kind]));
  const things = Map.groupBy(
    readings.filter(({ occurredAt }) => occurredAt <= at),
    ({ threshold, entity }) => `${threshold}\u0000${entity}`,
  );
  return [...things.values()].flatMap((told) => {
    const kind = kinds.get(told[0]?.threshold ?? '');
    return kind === undefined ? [] : stretches(standing(told)).map((stretch) => occasionOf(kind, stretch));
  });
}

function standing(told: readonly ThresholdReading[]): ThresholdReading[] {
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

interface Stretch {
  readonly beyond: readonly [ThresholdReading, ...ThresholdReading[]];
  readonly back: ThresholdReading | null;
}

function stretches(readings: readonly ThresholdReading[]): Stretch[] {
  const found: Stretch[] = [];
  let beyond: [ThresholdReading, ...ThresholdReading[]] | null = null;
  for (const reading of readings) {
    if (reading.severity > 0) {
      if (beyond === null) beyond = [reading];
      else beyond.push(reading);
    } else if (beyond !== null) {
      found.push({ beyond, back: reading });
      beyond = null;
    }
  }
  return beyond === null ? found : [...found, { beyond, back: null }];
}

function occasionOf(kind: string, { beyond, back }: Stretch): Occasion {
  const [first] = beyond;
  const last = beyond[beyond.length - 1] ?? first;
  const place: IncidentPlace = {
    name: null,
    points: beyond.flatMap(({ point }) => (point === null ? [] : [point])).slice(-1),
    rings: [],
  };
  return {
    id: first.id,
    members: beyond.map(({ id }) => id),
    kind,
    center: null,
    event: null,
    thing: `${first.threshold}\u0000${first.entity}`,
    source: first.source,
    from: first.occurredAt,
    to: back === null ? null : back.occurredAt,
    place,
    about: aboutOf(last),
    aboutAt: last.occurredAt,
    tellings: [
      ...beyond.filter((reading, index) => reading.severity !== beyond[index - 1]?.severity),
      ...(back === null ? [] : [back]),
    ].map(tellingOf),
  };
}

function tellingOf(reading: ThresholdReading): OccasionTelling {
  const { occurredAt, recordedAt, seq, severity } = reading;
  return { at: occurredAt, recordedAt, seq, severity: severity === 0 ? null : severity, about: aboutOf(reading) };
}

function aboutOf({ threshold, entity, value, unitOfMeasure }: ThresholdReading): Occasion['about'] {
  return { from: 'threshold', threshold, entity, value: value ?? 0, unitOfMeasure };
}
