import type { IncidentPlace, Threshold } from '@flagtower/contracts';

import type { Occasion, OccasionTelling } from './occasion.ts';
import { standingReadings, type ThresholdReading } from './threshold-reading.ts';
import { thresholdStretches, type ThresholdStretch } from './threshold-stretches.ts';

/**
 * What thresholds saw: of each thing, every unbroken stretch of values beyond one. It ends with a value that clears it, never because
 * nothing comes any more. Order of arrival does not matter; a corrected value replaces the wrong one.
 * @param at epoch milliseconds
 */
export function crossingOccasions(
  readings: readonly ThresholdReading[],
  thresholds: readonly Pick<Threshold, 'id' | 'kind' | 'forMinutes'>[],
  at: number,
): Occasion[] {
  const rules = new Map(thresholds.map((threshold) => [threshold.id, threshold]));
  const things = Map.groupBy(readings, ({ threshold, entity }) => `${threshold}\u0000${entity}`);
  return [...things.values()].flatMap((told) => {
    const rule = rules.get(told[0]?.threshold ?? '');
    if (rule === undefined) return [];
    const inTime = standingReadings(told).filter(({ occurredAt }) => occurredAt <= at);
    const stretches = thresholdStretches(inTime, { backMinutes: rule.forMinutes.back, at });
    return stretches.map((stretch) => occasionOf(rule.kind, stretch));
  });
}

function occasionOf(kind: string, { beyond, steps, back }: ThresholdStretch): Occasion {
  const [first] = beyond;
  const last = beyond.at(-1) ?? first;
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
      ...steps.map(({ reading, severity }, index) => ({
        ...tellingOf(reading),
        severity,
        // Values that only count together are known once both are.
        ...(index === 0 ? knownWith(first, reading) : {}),
      })),
      ...(back === null ? [] : [tellingOf(back)]),
    ],
  };
}

function knownWith(first: ThresholdReading, second: ThresholdReading): Pick<OccasionTelling, 'seq' | 'recordedAt'> {
  const { seq, recordedAt } = first.seq > second.seq ? first : second;
  return { seq, recordedAt };
}

function tellingOf(reading: ThresholdReading): OccasionTelling {
  const { occurredAt, recordedAt, seq } = reading;
  return { at: occurredAt, recordedAt, seq, severity: null, about: aboutOf(reading) };
}

function aboutOf({ threshold, entity, value, unitOfMeasure }: ThresholdReading): Occasion['about'] {
  return { from: 'threshold', threshold, entity, value: value ?? 0, unitOfMeasure };
}
