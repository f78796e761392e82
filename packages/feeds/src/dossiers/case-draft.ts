import { instantText, toldMoment } from '../times/moment.ts';
import { caseSteps, type CaseSteps } from './case-content.ts';
import { applyStatus } from './case-status.ts';
import type { DossierDraft } from './dossier-draft.ts';
import { dossierOf } from './dossier-of.ts';
import type { Slots } from './mapped-field.ts';
import { withPromise } from './promised-due.ts';
import type { RowNotes, RowPlan, ValueName } from './row-plan.ts';
import { rowValues, type ValuesDraft } from './row-values.ts';
import type { StepWord } from './step-word.ts';

/** What a row tells of its case as a whole. */
export interface CaseDraft {
  /** `null`: the row gives no time of the case, or has problems. */
  readonly draft: DossierDraft | null;
  readonly values: ValuesDraft;
  readonly notes: RowNotes;
}

/** One record for all that is known of the case: a later telling of it replaces this one as a whole. */
export function caseDraft(plan: RowPlan, row: Slots): CaseDraft {
  const notes: RowNotes = { problems: [], remarks: [] };
  const list = plan.shape === 'cases';
  const wanted = (name: ValueName): boolean => list || plan.ofCase(name);
  const dossier = dossierOf(plan, row, notes);
  const status = list ? plan.stepOf(plan.text('status', row, notes)) : null;
  const steps = list ? listedSteps(plan, row, status, notes) : caseSteps(plan, row, notes);
  const told = rowValues(plan, row, notes, wanted);
  const values = wanted('due') ? withPromise(told, plan, steps.get('received')) : told;
  const version = plan.version(row, notes);
  if (dossier === null || steps.size === 0 || notes.problems.length > 0) return { draft: null, values, notes };

  if (endsBeforeStart(steps)) notes.remarks.push('ends-before-start');
  if (values.due === undefined && wanted('due')) notes.remarks.push('no-due');
  const draft: DossierDraft = {
    kind: 'dossier-event',
    recordId: `case:${dossier}`,
    version,
    occurredAt: instantText(Math.max(...[...steps.values()].map(({ epochMs }) => epochMs))),
    caseKind: plan.caseKind,
    dossier,
    steps: inTimeOrder(steps, status?.reason ?? null),
    dating: 'correction',
    ...values,
  };
  return { draft, values, notes };
}

/** In a case list the status word has a say, and a row without any time is no case. */
function listedSteps(plan: RowPlan, row: Slots, status: StepWord | null, notes: RowNotes): CaseSteps {
  const steps = caseSteps(plan, row, notes);
  applyStatus(steps, status?.step ?? null, plan.moment('at', row, 'start', notes), notes);
  if (steps.size === 0 && notes.problems.length === 0) notes.problems.push(noTime(plan));
  return steps;
}

function noTime(plan: RowPlan): RowNotes['problems'][number] {
  return {
    reason: 'missing-field',
    place: plan.placeOf('received'),
    remedy: 'The row gives no time at all: fill in at least when the case was received',
  };
}

function endsBeforeStart(steps: CaseSteps): boolean {
  const start = steps.get('received')?.epochMs ?? -Infinity;
  return (steps.get('handled')?.epochMs ?? Infinity) < start || (steps.get('withdrawn')?.epochMs ?? Infinity) < start;
}

/** Sorting is stable, so steps of one moment keep the order of a life. */
function inTimeOrder(steps: CaseSteps, reason: StepWord['reason']): DossierDraft['steps'] {
  return [...steps]
    .toSorted(([, a], [, b]) => a.epochMs - b.epochMs)
    .map(([step, moment]) => ({
      step,
      ...toldMoment(moment),
      ...(step === 'paused' && reason !== null ? { reason } : {}),
    }));
}
