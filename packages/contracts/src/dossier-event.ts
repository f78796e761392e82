import { z } from 'zod';

import { timeLimitSchema } from './catalogue-item.ts';
import {
  channelSchema,
  codeSchema,
  dossierCodeSchema,
  procedureCodeSchema,
  sourceIdSchema,
  unitCodeSchema,
} from './ids.ts';
import { instantSchema, precisionSchema } from './time.ts';

/** What kind of case the code names. One-stop KPIs count `dossier` only; a `press-item` is an article that waits for a reply. */
export const caseKindSchema = z.enum(['dossier', 'field-report', 'ticket', 'security-incident', 'press-item']);
export type CaseKind = z.infer<typeof caseKindSchema>;

/**
 * Steps of a case's life. `activity` is anything done that does not change its state; `amended` only carries values.
 * `handled` is the end of handling (status 9), `returned` the hand-over (10); `refused` is "not received" (3).
 */
export const stepNameSchema = z.enum([
  'submitted',
  'received',
  'refused',
  'paused',
  'resumed',
  'transferred',
  'activity',
  'amended',
  'handled',
  'withdrawn',
  'returned',
  'reopened',
]);
export type StepName = z.infer<typeof stepNameSchema>;

/** What a paused dossier waits for (portal statuses 5, 6 and 8). */
export const pauseReasonSchema = z.enum(['supplement', 'payment', 'stopped']);
export type PauseReason = z.infer<typeof pauseReasonSchema>;

/** A financial obligation: none; asked for and not known to be settled; paid online; settled in another way. */
export const paymentSchema = z.enum(['none', 'asked', 'online', 'other']);
export type Payment = z.infer<typeof paymentSchema>;

/** What the result is: a valid electronic one, or paper only. */
export const resultFormSchema = z.enum(['digital', 'paper']);
export type ResultForm = z.infer<typeof resultFormSchema>;

/** What whoever asked says of the answer. */
export const ratingSchema = z.enum(['satisfied', 'dissatisfied']);
export type Rating = z.infer<typeof ratingSchema>;

export const stepSchema = z.object({
  step: stepNameSchema,
  at: instantSchema,
  precision: precisionSchema.default('instant'),
  /** What was done, in the source's own codes; only for `activity`. */
  activity: codeSchema.optional(),
  /** Only for `paused`, where the source tells. */
  reason: pauseReasonSchema.optional(),
});

/**
 * One record of a case: a row of an event list (one step), or a row of a case list (all the steps it knows).
 * The values `unit` … `rating` act from `occurredAt` when `dating` is `change`, from the start when it is `correction`.
 */
export const dossierEventSchema = z.object({
  kind: z.literal('dossier-event'),
  /** Unique in the source. The same id with a higher version replaces what was said before. */
  recordId: z.string().min(1).max(240),
  /** Orders the tellings of one record: a version column, or the export's stated time as epoch milliseconds. 0: not told. */
  version: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  occurredAt: instantSchema,
  caseKind: caseKindSchema,
  dossier: dossierCodeSchema,
  steps: z.array(stepSchema).max(64),
  dating: z.enum(['change', 'correction']),
  unit: unitCodeSchema.optional(),
  procedure: procedureCodeSchema.optional(),
  channel: channelSchema.optional(),
  /** The promised moment; a due *day* was turned into that day's last millisecond in the source's zone. `null` takes it back. */
  due: z.object({ at: instantSchema, precision: precisionSchema }).nullable().optional(),
  payment: paymentSchema.optional(),
  result: resultFormSchema.optional(),
  /** The last word of whoever asked; it belongs to the last end of the handling, also where it is told long after it. */
  rating: ratingSchema.optional(),
});
export type DossierEvent = z.infer<typeof dossierEventSchema>;

/**
 * A record of a case as it was taken. `limit`: the time limit that the ledger's catalogue had for the procedure on the day of the receipt, as
 * it was known when the record was told; it is written down by intake and by nobody else, and counts where nobody told a due date.
 */
export const takenDossierEventSchema = dossierEventSchema.extend({
  limit: timeLimitSchema.extend({ source: sourceIdSchema }).optional(),
});
export type TakenDossierEvent = z.infer<typeof takenDossierEventSchema>;
export type Step = z.infer<typeof stepSchema>;
