import { toldMoment, type Moment } from '../times/moment.ts';
import type { RowPlan } from './row-plan.ts';
import type { ValuesDraft } from './row-values.ts';

/** The due moment that the mapping promises from the receipt on, where the row names none. */
export function withPromise(values: ValuesDraft, { promiseMs }: RowPlan, received: Moment | undefined): ValuesDraft {
  if (promiseMs === null || received === undefined || values.due !== undefined) return values;
  return { ...values, due: toldMoment({ ...received, epochMs: received.epochMs + promiseMs }) };
}
