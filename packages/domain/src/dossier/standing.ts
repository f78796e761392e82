import type { StepName } from '@flagtower/contracts';

/** Where a dossier stands. `new`: nothing but a submission was told; `closed`: handled, withdrawn or returned. */
export type Standing = 'new' | 'refused' | 'open' | 'paused' | 'closed';

const notClosed: readonly Standing[] = ['new', 'refused', 'open', 'paused'];

/** Where a dossier must stand for a step to move it; a step that does not fit is told in vain. */
const movesFrom: Readonly<Record<StepName, readonly Standing[]>> = {
  submitted: [],
  refused: ['new'],
  // A receipt counts wherever the dossier stands, but only the first one: `fits` sees to that.
  received: [...notClosed, 'closed'],
  transferred: [],
  amended: [],
  activity: [],
  paused: ['open'],
  resumed: ['paused'],
  handled: notClosed,
  withdrawn: notClosed,
  returned: notClosed,
  reopened: ['closed'],
};

/** Whether a step that is told for now moves a dossier. */
export function fits(step: StepName, standing: Standing, received: boolean): boolean {
  return movesFrom[step].includes(standing) && !(step === 'received' && received);
}
