import { compareText, type Claim } from './claim.ts';

/** A value from a moment on; the first one of a timeline is from -Infinity. */
export interface Dated<Value> {
  readonly from: number;
  readonly value: Value;
}

/**
 * A value over time, from the claims of one source. A *change* acts from its time. A *correction* acts from the start
 * and takes the place of everything that was told in an earlier version. Without a correction the first change also
 * stands for the time before it.
 */
export function timelineOf<Value>(
  claims: readonly Claim[],
  valueIn: (claim: Claim) => Value | undefined,
): Dated<Value>[] {
  const correction = claims
    .filter((claim) => claim.dating === 'correction' && valueIn(claim) !== undefined)
    .toSorted(byTelling)
    .at(-1);
  const changes = claims
    .filter(
      (claim) =>
        claim.dating === 'change' &&
        valueIn(claim) !== undefined &&
        (correction === undefined || claim.version >= correction.version),
    )
    .toSorted((a, b) => a.at - b.at || byTelling(a, b));
  const timeline: Dated<Value>[] = [];
  const add = (from: number, claim: Claim): void => {
    const value = valueIn(claim);
    if (value === undefined) return;
    if (timeline.at(-1)?.from === from) timeline.pop();
    timeline.push({ from, value });
  };
  if (correction !== undefined) add(-Infinity, correction);
  for (const change of changes) add(change.at, change);
  const [first, ...later] = timeline;
  return first === undefined ? [] : [{ from: -Infinity, value: first.value }, ...later];
}

function byTelling(a: Claim, b: Claim): number {
  return a.version - b.version || a.at - b.at || compareText(a.hash, b.hash) || compareText(a.recordId, b.recordId);
}

/**
 * The claims of the one source that may speak on something: the lowest rank of those that do, then the newest version,
 * then the source's name. Never the order of arrival.
 */
export function claimsOfSpeaker(claims: readonly Claim[], speaks: (claim: Claim) => boolean): Claim[] {
  const speaking = claims.filter(speaks);
  const best = speaking.reduce<Claim | undefined>(
    (held, next) => (held === undefined || speaksBefore(next, held) ? next : held),
    undefined,
  );
  return best === undefined ? [] : speaking.filter(({ source }) => source === best.source);
}

function speaksBefore(next: Claim, held: Claim): boolean {
  if (next.rank !== held.rank) return next.rank < held.rank;
  if (next.source === held.source) return next.version > held.version;
  if (next.version !== held.version) return next.version > held.version;
  return next.source < held.source;
}
