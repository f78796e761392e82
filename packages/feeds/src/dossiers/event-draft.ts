import { digest } from '../text/digest.ts';
import { instantText, toldMoment, type Moment } from '../times/moment.ts';
import { codeText } from './code-text.ts';
import type { DossierDraft } from './dossier-draft.ts';
import { dossierOf } from './dossier-of.ts';
import type { Slots } from './mapped-field.ts';
import { withPromise } from './promised-due.ts';
import type { RowNotes, RowPlan } from './row-plan.ts';
import { noteCleaned, rowValues, type ValuesDraft } from './row-values.ts';
import type { StepWord } from './step-word.ts';

export interface EventDraft {
  /** `null`: the row has problems. */
  readonly draft: DossierDraft | null;
  readonly notes: RowNotes;
}

const MAX_CODE_CHARS = 80;
const MAX_ID_CHARS = 120;

/**
 * One record for one row of an event list. `caseValues` ride on it where the row gives no time for them: they are
 * true of the case from its start, unless the row also has values of its own, which act from the row's time.
 */
export function eventDraft(plan: RowPlan, row: Slots, caseValues: ValuesDraft): EventDraft {
  const notes: RowNotes = { problems: [], remarks: [] };
  const dossier = dossierOf(plan, row, notes);
  const at = plan.moment('at', row, 'start', notes);
  if (at === null && notes.problems.length === 0) notes.problems.push(noTime(plan));
  const done = whatWasDone(plan, row, notes);
  const told = rowValues(plan, row, notes, (name) => !plan.ofCase(name));
  const isReceipt = done.step === 'received' && at !== null && !plan.ofCase('due');
  const own = isReceipt ? withPromise(told, plan, at) : told;
  const version = plan.eventVersion(row, notes);
  const id = plan.text('recordId', row, notes);
  if (dossier === null || at === null || notes.problems.length > 0) return { draft: null, notes };

  const hasOwn = Object.keys(own).length > 0;
  const draft: DossierDraft = {
    kind: 'dossier-event',
    recordId: id === null ? contentId(dossier, at, done, own) : `event:${dossier}:${shortId(id)}`,
    version,
    occurredAt: instantText(at.epochMs),
    caseKind: plan.caseKind,
    dossier,
    steps: [stepDraft(done, at, notes)],
    dating: hasOwn || Object.keys(caseValues).length === 0 ? 'change' : 'correction',
    ...caseValues,
    ...own,
  };
  return { draft, notes };
}

interface Done extends StepWord {
  readonly activity: string | null;
  readonly status: string | null;
}

function whatWasDone(plan: RowPlan, row: Slots, notes: RowNotes): Done {
  const activity = plan.text('activity', row, notes);
  const status = plan.text('status', row, notes);
  const word = plan.stepOf(activity) ?? plan.stepOf(status) ?? { step: 'activity', reason: null };
  return { ...word, activity, status };
}

function stepDraft(
  { step, reason, activity, status }: Done,
  at: Moment,
  notes: RowNotes,
): DossierDraft['steps'][number] {
  const moment = { step, ...toldMoment(at) };
  if (step === 'paused' && reason !== null) return { ...moment, reason };
  const word = activity ?? status;
  if (step !== 'activity' || word === null) return moment;
  const code = noteCleaned(word, codeText(word), notes);
  if (code !== '' && code.length <= MAX_CODE_CHARS) return { ...moment, activity: code };
  // So long a text is prose and may name people; that something was done still counts.
  notes.remarks.push('activity-dropped');
  return moment;
}

/**
 * Identity of an event whose source gives none: what the mapped columns say of it. Equal rows are one event, so that
 * order and repetition never matter; the price is that two equal events of one millisecond are one as well.
 */
function contentId(dossier: string, at: Moment, { step, activity, status }: Done, own: ValuesDraft): string {
  const { unit = '', procedure = '', channel = '', due, payment, result, rating } = own;
  const when = `${instantText(at.epochMs)} ${at.precision}`;
  const parts = [dossier, when, step, activity ?? '', status ?? '', unit, procedure, channel, due?.at ?? ''];
  // Where nothing is said of them the identity stays what it was before they could be told.
  if (payment !== undefined || result !== undefined) parts.push(payment ?? '', result ?? '');
  if (rating !== undefined) parts.push(`rating ${rating}`);
  return `event:${dossier}:~${digest(parts)}`;
}

function shortId(id: string): string {
  return id.length <= MAX_ID_CHARS ? id : `~${digest([id])}`;
}

function noTime(plan: RowPlan): RowNotes['problems'][number] {
  const place = plan.placeOf('at');
  return { reason: 'missing-field', place, remedy: `Fill in the time of the event in column “${place}”` };
}
