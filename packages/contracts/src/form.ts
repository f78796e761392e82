import { z } from 'zod';

import { periodAnswerSchema } from './period-answer.ts';
import { daySchema } from './time.ts';

/** The 16 figures of the official report form, in its order. Each is the KPI `dossiers.form.{figure}`. */
export const formFigureSchema = z.enum([
  'received',
  'carried-over',
  'received-in-period',
  'received-online',
  'received-in-person',
  'received-post',
  'handled',
  'handled-early',
  'handled-on-time',
  'handled-late',
  'in-progress',
  'in-progress-within',
  'in-progress-overdue',
  'paused',
  'paused-within',
  'paused-overdue',
]);
export type FormFigure = z.infer<typeof formFigureSchema>;

/** What the form has no column for, and its sums do not add up without. */
export const formRemainderSchema = z.enum([
  'reopened',
  'transferred-in',
  'transferred-out',
  'refused',
  'received-no-channel',
  'handled-no-due',
  'in-progress-no-due',
  'paused-no-due',
  /** Receipts told for later than their end, less ends without an earlier receipt. */
  'out-of-order',
]);
export type FormRemainder = z.infer<typeof formRemainderSchema>;

/** `identity` is that of the whole form; the others say that a total is the sum of its columns. */
export const formCheckSchema = z.enum([
  'identity',
  'received',
  'received-in-period',
  'handled',
  'in-progress',
  'paused',
]);
export type FormCheck = z.infer<typeof formCheckSchema>;

export const formChecksSchema = z.record(
  formCheckSchema,
  /** What is there less what should be: 0 where it adds up, `null` where a part is not known. */
  z.number().nullable(),
);
export type FormChecks = z.infer<typeof formChecksSchema>;

/** `null`: not known. */
export const formFiguresSchema = z.record(formFigureSchema, z.number().nullable());
export const formRemaindersSchema = z.record(formRemainderSchema, z.number().nullable());

export const formRowSchema = z.object({
  /** `unallocated`: what no unit of this geography answers for. The children and it add up to the total. */
  kind: z.enum(['total', 'unit', 'unallocated']),
  unit: z.string().nullable(),
  figures: formFiguresSchema,
  remainders: formRemaindersSchema,
  checks: formChecksSchema,
});
export type FormRow = z.infer<typeof formRowSchema>;

/** The form as a source states it: its own totals, not ours, and never repaired. */
export const statedFormSchema = z.object({
  unit: z.string(),
  statedBy: z.string(),
  /** Days, both included. */
  period: z.object({ from: daySchema, to: daySchema }),
  figures: formFiguresSchema,
  checks: formChecksSchema,
});
export type StatedForm = z.infer<typeof statedFormSchema>;

export const formAnswerSchema = periodAnswerSchema.extend({
  /** The total first, then the units in the order of their codes, then what is unallocated. */
  rows: z.array(formRowSchema),
  stated: z.array(statedFormSchema),
});
export type FormAnswer = z.infer<typeof formAnswerSchema>;
