import { z } from 'zod';

import { codeSchema, ledgerNameSchema, unitCodeSchema } from './ids.ts';
import { namesSchema } from './names.ts';
import { boundSchema, reportPeriodSchema, statedSchema } from './report.ts';
import { instantSchema } from './time.ts';

/** What a person fills in: a figure for a period, and where it is from in words. */
export const reportDraftSchema = z.strictObject({
  indicator: codeSchema,
  unit: unitCodeSchema,
  period: reportPeriodSchema,
  /** In the indicator's own unit of measure, shares in [0, 1]. `null`: stated to be unknown. */
  value: z.number().nullable(),
  bound: boundSchema.nullable().default(null),
  statedBy: z.string().trim().min(3).max(200),
});
export type ReportDraft = z.infer<typeof reportDraftSchema>;

/** What is wrong with a figure that somebody wants to state. */
export const reportIssueReasonSchema = z.enum([
  'row-broken',
  'column-missing',
  'empty',
  'too-long',
  'not-a-day',
  'not-a-number',
  'not-a-bound',
  'unknown-indicator',
  'unknown-unit',
  'unit-not-of-period',
  'wrong-unit-of-measure',
  'period-backwards',
  'period-of-another-cadence',
  'period-not-ended',
  'share-outside',
  'negative',
  'told-twice',
]);
export type ReportIssueReason = z.infer<typeof reportIssueReasonSchema>;

export const reportFieldSchema = z.enum([
  'indicator',
  'unit',
  'from',
  'to',
  'value',
  'bound',
  'unitOfMeasure',
  'statedBy',
]);
export type ReportField = z.infer<typeof reportFieldSchema>;

/** `line` counts from 1, the headings included; `field` is `null` where the whole line is meant. Never a value. */
export const reportIssueSchema = z.object({
  line: z.number().int(),
  field: reportFieldSchema.nullable(),
  reason: reportIssueReasonSchema,
});
export type ReportIssue = z.infer<typeof reportIssueSchema>;

const personSchema = z.object({ id: z.uuid(), displayName: z.string() });

/** A figure on its way: it shows nowhere before a second person has approved it. */
export const reportProposalSchema = reportDraftSchema.extend({
  id: z.uuid(),
  ledger: ledgerNameSchema,
  unitOfMeasure: z.string(),
  author: personSchema,
  proposedAt: instantSchema,
  state: z.enum(['waiting', 'approved', 'rejected', 'withdrawn']),
  /** `null`: not decided. */
  decidedBy: personSchema.nullable(),
  decidedAt: instantSchema.nullable(),
  /** Of a rejection. */
  reason: z.string().nullable(),
  /** Of an approved one: its record in the ledger. */
  seq: z.number().int().nullable(),
  version: z.number().int().nullable(),
});
export type ReportProposal = z.infer<typeof reportProposalSchema>;

/** How the reading of a file of figures ended: with an issue anywhere, nothing of it was taken. */
export const reportFileAnswerSchema = z.object({
  dryRun: z.boolean(),
  /** Lines that say something. */
  rows: z.number().int(),
  proposed: z.number().int(),
  issues: z.array(reportIssueSchema),
});
export type ReportFileAnswer = z.infer<typeof reportFileAnswerSchema>;

/** As lists tell them: with the name that the unit had when the period ended. */
export const listedReportSchema = statedSchema.extend({ unitNames: namesSchema });
export type ListedReport = z.infer<typeof listedReportSchema>;
export const listedProposalSchema = reportProposalSchema.extend({ unitNames: namesSchema });
export type ListedProposal = z.infer<typeof listedProposalSchema>;
