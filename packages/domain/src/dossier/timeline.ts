import { compareText, type Claim } from './claim.ts';

/** A value from a moment on; the first one of a timeline is from -Infinity. */
export interface Dated<Value> {
  readonly from: number;
  readonly value: Value;
}

/**
 * A value over time, from the claims of one source. A *change* acts from its time. A *correction* acts from the start
 * and takes the place of everything that was told in an earlier version. Without a correction the first change also
 * stands for the time before it. A value that is told again unchanged, as on every row of an event list, changes nothing.
 */
export function timelineOf<Value>(
  claims: readonly Claim[],
  valueIn: (claim: Claim) => Value | undefined,
  isSame: (a: Value, b: Value) => boolean = Object.is,
): Dated<Value>[] {
  const told: Told<Value>[] = [];
  let first: Told<Value> | undefined;
  let varies = false;
  for (const claim of claims) {
    const value = valueIn(claim);
    if (value === undefined) continue;
    first ??= { claim, value };
    varies ||= !isSame(first.value, value);
    told.push({ claim, value });
  }
  if (first === undefined) return [];
  // Most values never change, and most folds are of these.
  if (!varies) return [{ from: -Infinity, value: first.value }];
  const correction = told
    .filter(({ claim }) => claim.dating === 'correction')
    .toSorted((a, b) => byTelling(a.claim, b.claim))
    .at(-1);
  const changes = told
    .filter(({ claim }) => claim.dating === 'change' && claim.version >= (correction?.claim.version ?? -Infinity))
    .toSorted((a, b) => a.claim.at - b.claim.at || byTelling(a.claim, b.claim));
  const start = correction ?? changes.findLast(({ claim }) => claim.at === changes[0]?.claim.at);
  return start === undefined ? [] : withChanges({ from: -Infinity, value: start.value }, changes, isSame);
}

interface Told<Value> {
  readonly claim: Claim;
  readonly value: Value;
}

/** Of several changes of one moment the last one acts. */
function withChanges<Value>(
  start: Dated<Value>,
  changes: readonly Told<Value>[],
  isSame: (a: Value, b: Value) => boolean,
): Dated<Value>[] {
  const timeline = [start];
  let last = start;
  for (const [index, { claim, value }] of changes.entries()) {
    if (changes[index + 1]?.claim.at === claim.at || isSame(last.value, value)) continue;
    last = { from: claim.at, value };
    timeline.push(last);
  }
  return timeline;
}

function byTelling(a: Claim, b: Claim): number {
  return a.version - b.version || a.at - b.at || compareText(a.hash, b.hash) || compareText(a.recordId, b.recordId);
}

/** The value in force at a moment: the last one that acts from then or before. */
export function valueAt<Value>(timeline: readonly Dated<Value>[], at: number): Value | null {
  for (let index = timeline.length - 1; index >= 0; index -= 1) {
    const dated = timeline[index];
    if (dated !== undefined && dated.from <= at) return dated.value;
  }
  return null;
}
