import { z } from 'zod';

import { codeSchema, unitCodeSchema } from './ids.ts';
import { daySchema, instantSchema } from './time.ts';

/** How exactly a value is meant: “more than 311.000” is no 311.000. */
export const boundSchema = z.enum(['more-than', 'at-least', 'about', 'at-most', 'less-than']);
export type Bound = z.infer<typeof boundSchema>;

/** Days, both included. */
export const reportPeriodSchema = z.object({ from: daySchema, to: daySchema });
export type ReportPeriod = z.infer<typeof reportPeriodSchema>;

/** A figure that somebody states for a period; never mixed with what we counted. */
export const reportSchema = z.object({
  kind: z.literal('report'),
  recordId: z.string().min(1).max(240),
  version: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  occurredAt: instantSchema,
  indicator: codeSchema,
  unit: unitCodeSchema,
  period: reportPeriodSchema,
  /** `null`: stated to be unknown, or stated without a number. Never 0 in its place. */
  value: z.number().nullable(),
  /** Absent: exactly this value. */
  bound: boundSchema.optional(),
  unitOfMeasure: z.string().min(1).max(20),
  /** Who stated it, in words: a paper, a register, an office. */
  statedBy: z.string().min(1).max(200),
});
export type Report = z.infer<typeof reportSchema>;

/** A report as figures show it: one version of one period, and whom it is from. */
export const statedSchema = z.object({
  indicator: codeSchema,
  unit: z.string(),
  period: reportPeriodSchema,
  value: z.number().nullable(),
  /** `null`: exactly this value. */
  bound: boundSchema.nullable(),
  unitOfMeasure: z.string(),
  statedBy: z.string(),
  /** 0: it came with the city's profile. A correction is a higher version; the lower ones stay readable. */
  version: z.number().int(),
  /** Names of the accounts that entered and approved it; `null`: it came with the city's profile. */
  author: z.string().nullable(),
  approver: z.string().nullable(),
  /** The record's place in the ledger, and when it got there; `null`: it came with the city's profile. */
  seq: z.number().int().nullable(),
  recordedAt: instantSchema.nullable(),
});
export type Stated = z.infer<typeof statedSchema>;
