import type { OutcomeRules } from './case-outcome.ts';
import type { CaseRecord } from './case-record.ts';

/** How the lives of one kind of case go. All shares are in [0, 1] of the cases that get so far. */
export interface CaseRules {
  readonly caseKind: CaseRecord['caseKind'];
  readonly refusedAtDesk: number;
  readonly refusedOnline: number;
  /** Taken by the portal itself, at any hour; the others wait for a desk. */
  readonly acceptedAtOnce: number;
  readonly corrected: number;
  readonly withActivity: number;
  readonly paused: number;
  readonly withdrawn: number;
  readonly transferred: number;
  readonly reopened: number;
  /** `null`: the source says nothing of fees and results. */
  readonly outcome: OutcomeRules | null;
}

/** A unit as a place of work: how much comes and how it copes. */
export interface UnitProfile {
  readonly code: string;
  readonly population: number;
  /** Multiplies what its population would bring. */
  readonly appetite: number;
  /** Added to a procedure's online share. */
  readonly onlineShift: number;
  readonly lateShare: number;
  /** Cases that lie for months. */
  readonly stuckShare: number;
}

export interface ProcedureProfile {
  readonly code: string;
  /** Working days until the result is promised; 0 the same day, or the next when it came after 15:00. */
  readonly promisedDays: number;
  readonly onlineShare: number;
  /** Multiplies the unit's late and stuck shares. */
  readonly difficulty: number;
  readonly feeBearing: boolean;
}

/** A case that has just come in. */
export interface Opening {
  readonly code: string;
  readonly unit: UnitProfile;
  readonly procedure: ProcedureProfile;
  readonly channel: string;
  /** Epoch milliseconds. */
  readonly submittedAt: number;
}
