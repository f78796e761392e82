import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ThresholdReading } from './threshold-reading.ts';
import { thresholdStretches } from './threshold-stretches.ts';
import { severityHeldBy, severityOfValue } from './threshold.ts';

const minuteMs = 60_000;
const gauge = {
  side: 'above',
  levels: [
    { value: 20, severity: 2, clearsAt: 15 },
    { value: 40, severity: 3, clearsAt: 35 },
  ],
} as const;

function readingsOf(values: readonly number[], forMinutes: number): ThresholdReading[] {
  return values.map((value, minute) => ({
    id: String(minute),
    threshold: 'water',
    entity: 'P1',
    source: 'gauges',
    recordId: String(minute),
    version: 0,
    hash: '',
    occurredAt: minute * minuteMs,
    recordedAt: 0,
    seq: minute,
    value,
    severity: severityOfValue({ ...gauge, levels: [...gauge.levels] }, value),
    holds: severityHeldBy({ ...gauge, levels: [...gauge.levels] }, value),
    forMinutes,
    unitOfMeasure: 'cm',
    point: null,
  }));
}

/** One value a minute. @returns from, to, and the severities with their minutes */
function told(values: readonly number[], { beyond = 0, back = 0, at = values.length - 1 } = {}): unknown[] {
  const minute = (reading: ThresholdReading): number => reading.occurredAt / minuteMs;
  return thresholdStretches(readingsOf(values, beyond), { backMinutes: back, at: at * minuteMs }).map((stretch) => [
    minute(stretch.beyond[0]),
    stretch.back === null ? null : minute(stretch.back),
    Object.fromEntries(stretch.steps.map(({ reading, severity }) => [minute(reading), severity])),
  ]);
}

describe('a threshold with a deadband', () => {
  test('is held by values between, and a level falls only where its own value clears it', () => {
    expect(told([10, 21, 19, 21, 16, 15, 19])).toEqual([[1, 5, { 1: 2 }]]);
    expect(told([41, 39, 36, 35, 39, 15])).toEqual([[0, 5, { 0: 3, 3: 2 }]]);
  });
});

describe('a threshold with delays', () => {
  test('takes one spike for nothing, and what lasts for something since it began', () => {
    expect(told([10, 50, 10, 10, 50, 10], { beyond: 2 })).toEqual([]);
    expect(told([10, 50, 50, 18, 50, 10], { beyond: 2 })).toEqual([[1, 5, { 3: 2 }]]);
  });

  test('says nothing of a spike that nobody tells on', () => {
    expect(told([10, 50], { beyond: 2, at: 600 })).toEqual([]);
  });

  test('lets a value drop out, and is over once none came back', () => {
    expect(told([25, 5, 25], { back: 3 })).toEqual([[0, null, { 0: 2 }]]);
    expect(told([25, 5], { back: 3, at: 3 })).toEqual([[0, null, { 0: 2 }]]);
    expect(told([25, 5], { back: 3, at: 4 })).toEqual([[0, 1, { 0: 2 }]]);
    expect(told([25, 5, 5, 5, 25], { back: 3 })).toEqual([
      [0, 1, { 0: 2 }],
      [4, null, { 4: 2 }],
    ]);
  });
});

/** By definition, looking back from each minute: a level is held if something reached it and nothing since then cleared it. */
function naive(values: readonly number[], beyond: number): unknown[] {
  const reached = (minute: number, value: number): boolean => (values[minute] ?? 0) >= value;
  const heldSince = (minute: number, { value, clearsAt }: { value: number; clearsAt: number }): number | null => {
    const cleared = values.findLastIndex((each, index) => index <= minute && each <= clearsAt);
    const first = values.findIndex((_, index) => index > cleared && index <= minute && reached(index, value));
    return first === -1 ? null : first;
  };
  const severityAt = (minute: number): number =>
    gauge.levels.reduce((worst, level) => {
      const since = heldSince(minute, level);
      return since !== null && minute - since >= beyond ? Math.max(worst, level.severity) : worst;
    }, 0);
  const course = values.map((_, minute) => severityAt(minute));
  const found: [number | null, number | null, Record<number, number>][] = [];
  for (const [minute, severity] of course.entries()) {
    const before = course[minute - 1] ?? 0;
    const [mildest] = gauge.levels;
    if (severity > 0 && before === 0) found.push([heldSince(minute, mildest), null, {}]);
    const last = found.at(-1);
    if (last === undefined || severity === before) continue;
    if (severity === 0) last[1] = minute;
    else last[2][minute] = severity;
  }
  return found;
}

test('a threshold tells what its definition tells', () => {
  const values = fc.array(fc.constantFrom(0, 15, 16, 20, 34, 35, 36, 40, 60), { maxLength: 14 });
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 3 }), (each, beyond) => {
      expect(told(each, { beyond })).toEqual(naive(each, beyond));
    }),
  );
});
