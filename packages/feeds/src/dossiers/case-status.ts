import type { StepName } from '@flagtower/contracts';

import type { Moment } from '../times/moment.ts';
import type { CaseSteps } from './case-content.ts';
import type { RowNotes } from './row-plan.ts';

const OPEN_STATES: ReadonlySet<StepName> = new Set(['submitted', 'received', 'paused', 'resumed', 'transferred']);

/**
 * What the status word of a case list adds: a step with the time of the status where the row has one, or a better name
 * for the end that the row tells. A status without any time is told as a remark, never guessed.
 */
export function applyStatus(steps: CaseSteps, status: StepName | null, at: Moment | null, notes: RowNotes): void {
  if (status === null || status === 'activity' || status === 'amended') return;
  if (OPEN_STATES.has(status) && steps.has('handled')) notes.remarks.push('status-disagrees');
  if (steps.has(status)) return;
  if (at === null) nameTheEnd(steps, status);
  else steps.set(status, at);
  if (!steps.has(status)) notes.remarks.push('status-without-time');
}

function nameTheEnd(steps: CaseSteps, status: StepName): void {
  if (status === 'refused') refuse(steps);
  const end = steps.get('handled');
  if (end === undefined || (status !== 'withdrawn' && status !== 'returned')) return;
  steps.set(status, end);
  // Withdrawn is an end of its own; a result that was handed over had been ready before.
  if (status === 'withdrawn') steps.delete('handled');
}

/** Refused at the desk: whatever time the list shows as receipt is when it was refused, and nothing was received. */
function refuse(steps: CaseSteps): void {
  const at = steps.get('handled') ?? steps.get('received') ?? steps.get('submitted');
  if (at === undefined) return;
  steps.delete('handled');
  steps.delete('received');
  steps.set('refused', at);
}
