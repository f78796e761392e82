import type { Chance } from '../chance/chance.ts';
import { happens } from '../chance/draw.ts';
import type { CaseRecord } from './case-record.ts';
import type { Opening } from './case-rules.ts';

/** Shares in [0, 1] of how cases are paid for and what their result is. */
export interface OutcomeRules {
  /** Of the cases of a procedure that bears a fee: some applicants are exempt. */
  readonly payable: number;
  readonly paidOnlineOfOnline: number;
  readonly paidOnlineAtDesk: number;
  readonly digitalOfOnline: number;
  readonly digitalAtDesk: number;
}

export type Outcome = Pick<CaseRecord, 'payment' | 'result'>;

/** What the record that ends a case tells of its fee and result. */
export function outcomeOf(chance: Chance, rules: OutcomeRules, opening: Opening, online: boolean): Outcome {
  const payable = opening.procedure.feeBearing && happens(chance, rules.payable);
  const paidOnline = happens(chance, online ? rules.paidOnlineOfOnline : rules.paidOnlineAtDesk);
  const digital = happens(chance, online ? rules.digitalOfOnline : rules.digitalAtDesk);
  const paid = paidOnline ? 'online' : 'other';
  return { payment: payable ? paid : 'none', result: digital ? 'digital' : 'paper' };
}
