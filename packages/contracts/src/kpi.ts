import { z } from 'zod';

import { freshnessSchema } from './freshness.ts';
import { kpiIdSchema, ledgerNameSchema } from './ids.ts';
import { statedSchema } from './report.ts';
import { daySchema, instantSchema } from './time.ts';

export const breakdownSchema = z.enum(['channel', 'procedure', 'unit', 'day', 'hour', 'month', 'source']);
export type Breakdown = z.infer<typeof breakdownSchema>;

/** One question to the one read function; stream, API, command line and explain all ask it. */
export const kpiQuerySchema = z.object({
  kpi: kpiIdSchema,
  ledger: ledgerNameSchema,
  /** Only what this source told; `null`: all sources. */
  source: z.string().nullable(),
  /** A unit code; the figure includes the units below it. `null`: everything, whether its unit is known or not. */
  unit: z.string().nullable(),
  /** Procedure codes, `''` for what was told without one; absent: all. */
  procedures: z.array(z.string()).optional(),
  geography: daySchema.nullable(),
  /** Flows: the period, half-open. `null` from: since ever; `null` to: until `at`. States ignore both and look at `at`. */
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  /** What was true then. */
  at: instantSchema,
  /** As we knew it at this commit. */
  knownSeq: z.number().int().min(0),
  by: breakdownSchema.nullable(),
});
export type KpiQuery = z.infer<typeof kpiQuerySchema>;

export const kpiValueSchema = z.object({
  /** The cut of this value: `{}` for the figure itself, `{ channel: 'online' }` in a breakdown. */
  key: z.record(z.string(), z.string()),
  /** `null`: not known, or nothing to divide by. Never 0 in their place. */
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  /** `null` for figures that are no share. */
  denominator: z.number().nullable(),
  unitOfMeasure: z.string(),
  freshness: freshnessSchema,
  /** Units that have told something, of those that should; `null` where units do not apply. */
  coverage: z.object({ have: z.number().int(), of: z.number().int() }).nullable(),
  target: z.object({ value: z.number(), by: daySchema, basis: z.string() }).nullable(),
  /** Source ids that the value rests on. */
  source: z.array(z.string()),
  /** Of a stated figure: the report that the value is; absent for counted figures and where nothing was stated. */
  stated: statedSchema.optional(),
});
export type KpiValue = z.infer<typeof kpiValueSchema>;

export const kpiAnswerSchema = z.object({
  kpi: kpiIdSchema,
  ledger: ledgerNameSchema,
  unit: z.string().nullable(),
  geography: daySchema.nullable(),
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  at: instantSchema,
  known: instantSchema.nullable(),
  knownSeq: z.number().int(),
  /** `at` lies after `known`: what will be true if nothing more happens. */
  projection: z.boolean(),
  simulated: z.boolean(),
  definition: z.object({ version: z.number().int(), formula: z.string(), basis: z.string() }),
  values: z.array(kpiValueSchema),
});
export type KpiAnswer = z.infer<typeof kpiAnswerSchema>;
