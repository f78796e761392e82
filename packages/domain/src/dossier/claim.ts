import type { Payment, Precision, Rating, ResultForm, StepName } from '@flagtower/contracts';

/** A step that a source claims; `at` in epoch milliseconds. */
export interface ClaimedStep {
  readonly step: StepName;
  readonly at: number;
}

/** A due moment in epoch milliseconds, and how exactly it was told. */
export interface Due {
  readonly at: number;
  readonly precision: Precision;
}

/**
 * One record as the fold sees it: who said it, which telling it is, and what it claims. Everything that decides between
 * claims is in here, so that the order of arrival cannot matter.
 */
export interface Claim {
  readonly source: string;
  /** Of the source: the lower one wins where two sources tell of one thing. */
  readonly rank: number;
  readonly recordId: string;
  readonly version: number;
  /** Of the record's content; only the last of all tie-breakers, never a version. */
  readonly hash: string;
  /** When the values below act from, where `dating` is `change`; epoch milliseconds. */
  readonly at: number;
  readonly dating: 'change' | 'correction';
  readonly steps: readonly ClaimedStep[];
  readonly unit?: string | undefined;
  readonly procedure?: string | undefined;
  readonly channel?: string | undefined;
  /** `null` takes an earlier due date back; absent says nothing of it. */
  readonly due?: Due | null | undefined;
  /** Working days that its own `procedure` may take, as they were known when it was told; absent: the rules know, or nobody. */
  readonly limit?: number | undefined;
  readonly payment?: Payment | undefined;
  readonly result?: ResultForm | undefined;
  readonly rating?: Rating | undefined;
}

/**
 * The claims that stand: of the tellings of one record the highest version; at equal versions the one whose steps lie
 * further in the life cycle, then the higher hash.
 */
export function standingClaims(claims: readonly Claim[]): Claim[] {
  const standing = new Map<string, Claim>();
  for (const claim of claims) {
    const key = `${claim.source}\u0000${claim.recordId}`;
    const held = standing.get(key);
    if (held === undefined || outranks(claim, held)) standing.set(key, claim);
  }
  return [...standing.values()].toSorted(
    (a, b) => compareText(a.source, b.source) || compareText(a.recordId, b.recordId),
  );
}

function outranks(next: Claim, held: Claim): boolean {
  if (next.version !== held.version) return next.version > held.version;
  const further = furthestStep(next) - furthestStep(held);
  return further === 0 ? next.hash > held.hash : further > 0;
}

/** Order of steps that happened in the same millisecond, and measure of how far a claim goes. */
export const stepOrder: Readonly<Record<StepName, number>> = {
  submitted: 0,
  refused: 1,
  received: 2,
  transferred: 3,
  amended: 4,
  activity: 5,
  paused: 6,
  resumed: 7,
  handled: 8,
  withdrawn: 9,
  returned: 10,
  reopened: 11,
};

function furthestStep(claim: Claim): number {
  return claim.steps.reduce((furthest, { step }) => Math.max(furthest, stepOrder[step]), -1);
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
