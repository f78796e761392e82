import type { StepName } from '@flagtower/contracts';

import type { Moment } from '../times/moment.ts';
import type { Slots } from './mapped-field.ts';
import type { RowNotes, RowPlan } from './row-plan.ts';

/** Steps that a case list gives a time for, in the order of a life: ties keep it. */
const TIMED_STEPS = ['submitted', 'received', 'refused', 'handled', 'withdrawn', 'returned', 'reopened'] as const;

export type CaseSteps = Map<StepName, Moment>;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The times of the case that a row tells. */
export function caseSteps(plan: RowPlan, row: Slots, notes: RowNotes): CaseSteps {
  const steps: CaseSteps = new Map();
  for (const step of TIMED_STEPS) {
    const moment = plan.moment(step, row, 'start', notes);
    if (moment !== null) steps.set(step, moment);
  }
  notBeforeReceipt(steps);
  return steps;
}

/** A step told by day only, on the very day of receipt, did not happen before the receipt: it has that moment. */
function notBeforeReceipt(steps: CaseSteps): void {
  const received = steps.get('received');
  if (received === undefined || received.precision === 'day') return;
  for (const [step, moment] of steps) {
    const ahead = received.epochMs - moment.epochMs;
    if (step !== 'submitted' && moment.precision === 'day' && ahead > 0 && ahead < DAY_MS)
      steps.set(step, { ...moment, epochMs: received.epochMs });
  }
}
