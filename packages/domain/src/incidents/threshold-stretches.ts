import type { IncidentSeverity } from '@flagtower/contracts';

import type { ThresholdReading } from './threshold-reading.ts';

const minuteMs = 60_000;

type Severity = IncidentSeverity | 0;
const severities = [1, 2, 3, 4] as const;

/** An unbroken stretch of a thing's values that a threshold calls an incident. */
export interface ThresholdStretch {
  /** All that held it, from the first; the first may be earlier than the moment from which it lasted long enough. */
  readonly beyond: readonly [ThresholdReading, ...ThresholdReading[]];
  /** Where its severity changed, and to what; never empty. */
  readonly steps: readonly { readonly reading: ThresholdReading; readonly severity: IncidentSeverity }[];
  /** The value that ended it; `null`: it goes on. */
  readonly back: ThresholdReading | null;
}

interface Open {
  readonly beyond: [ThresholdReading, ...ThresholdReading[]];
  readonly steps: { reading: ThresholdReading; severity: IncidentSeverity }[];
  /** Since when values hold each level, by severity. */
  since: ReadonlyMap<IncidentSeverity, number>;
  active: Severity;
  back: ThresholdReading | null;
}

/**
 * A level is held from the first value that reaches it until one that clears it: values between do neither. It counts once it was held for
 * the minutes of the rule, which takes a second value: one spike is nothing. All is over with the first value that clears the last level,
 * if none comes back within the minutes of `backMinutes`.
 * @param readings of one thing and threshold, what stands, in the order of their time
 * @param at epoch milliseconds; no reading lies after it
 */
export function thresholdStretches(
  readings: readonly ThresholdReading[],
  { backMinutes, at }: { readonly backMinutes: number; readonly at: number },
): ThresholdStretch[] {
  const isOver = (back: ThresholdReading | null, now: number): boolean =>
    back !== null && now - back.occurredAt >= backMinutes * minuteMs;
  const found: ThresholdStretch[] = [];
  let held: Severity = 0;
  let open: Open | null = null;
  for (const reading of readings) {
    if (open !== null && isOver(open.back, reading.occurredAt)) {
      found.push(open);
      open = null;
    }
    held = atLeast(reading.severity, held < reading.holds ? held : reading.holds);
    if (held > 0) open = heldOn(open, reading, held);
    else if (open !== null) open = letGo(open, reading);
  }
  if (open !== null && open.active > 0) found.push(isOver(open.back, at) ? open : { ...open, back: null });
  return found;
}

function atLeast(one: Severity, other: Severity): Severity {
  return one > other ? one : other;
}

function heldOn(before: Open | null, reading: ThresholdReading, held: Severity): Open {
  const open: Open = before ?? { beyond: [reading], steps: [], since: new Map(), active: 0, back: null };
  if (before !== null) open.beyond.push(reading);
  const levels = severities.filter((severity) => severity <= held);
  const { active } = open;
  open.back = null;
  open.since = new Map(levels.map((level) => [level, open.since.get(level) ?? reading.occurredAt]));
  const counts = (level: IncidentSeverity): boolean =>
    level <= active ||
    reading.occurredAt - (open.since.get(level) ?? reading.occurredAt) >= reading.forMinutes * minuteMs;
  const severity = levels.findLast(counts);
  if (severity !== undefined && severity !== active) {
    open.steps.push({ reading, severity });
    open.active = severity;
  }
  return open;
}

/** What never lasted was nothing. */
function letGo(open: Open, reading: ThresholdReading): Open | null {
  if (open.active === 0) return null;
  open.back ??= reading;
  open.since = new Map();
  return open;
}
