import { z } from 'zod';

import { freshnessSchema } from './freshness.ts';
import { kpiIdSchema, ledgerNameSchema } from './ids.ts';
import { measuredThingSchema } from './measured-thing.ts';
import { namesSchema } from './names.ts';
import { statedSchema } from './report.ts';
import { daySchema, instantSchema } from './time.ts';

/** How a counted figure can be broken down. */
export const countedBreakdownSchema = z.enum(['channel', 'procedure', 'unit', 'day', 'hour', 'month', 'source']);
export type Breakdown = z.infer<typeof countedBreakdownSchema>;

/**
 * A measured figure and one of notices: by `unit`, `day`, `hour`, by thing (`entity`), and by what things belong to (`group`). A figure of
 * the catalogue: by `unit` and by the `level` that handles its procedures.
 */
export const breakdownSchema = z.enum([...countedBreakdownSchema.options, 'entity', 'group', 'level']);

/** One question to the one read function; stream, API, command line and explain all ask it. */
export const kpiQuerySchema = z.object({
  kpi: kpiIdSchema,
  ledger: ledgerNameSchema,
  /** Only what this source told; `null`: all sources. */
  source: z.string().nullable(),
  /** The unit of this code on the day of `geography`, with the units below it. `null`: everything, whether its unit is known or not. */
  unit: z.string().nullable(),
  /** Procedure codes, `''` for what was told without one; absent: all. */
  procedures: z.array(z.string()).optional(),
  /** The day whose units the figure is read in; `null`: the day of `at`. */
  geography: daySchema.nullable(),
  /** Flows: the period, half-open. `null` from: since ever; `null` to: until `at`. States ignore both and look at `at`. */
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  /** What was true then. */
  at: instantSchema,
  /** As we knew it at this commit. */
  knownSeq: z.number().int().min(0),
  by: breakdownSchema.nullable(),
  /** Measured figures and notices: only of this thing. */
  entity: z.string().optional(),
  /** Of a breakdown of a measured figure: these of its rows, the worst first; absent: all. */
  rows: z.object({ from: z.number().int().min(0), limit: z.number().int().min(1).max(1000) }).optional(),
});
export type KpiQuery = z.infer<typeof kpiQuerySchema>;

/**
 * Why something stands under a unit's unallocated and in none of the units below: of a unit that was split or joined
 * (`split`), of a code that the city does not know, of no told unit, or of the unit above itself (`above`). Of measured things: no
 * place was told (`no-place`), or one outside all units (`outside`).
 */
export const unallocatedReasonSchema = z.enum(['split', 'unknown-unit', 'no-unit', 'above', 'no-place', 'outside']);
export type UnallocatedReason = z.infer<typeof unallocatedReasonSchema>;

/** Until when a source told something of a figure, which is not when it was heard last. */
const newestReadingSchema = z.object({ source: z.string(), measuredAt: instantSchema });
export type NewestReading = z.infer<typeof newestReadingSchema>;

export const kpiValueSchema = z.object({
  /**
   * The cut of this value: `{}` for the figure itself, `{ channel: 'online' }` in a breakdown. By unit: the units directly
   * below the asked one, codes that the city does not know, and `unallocated`, which together add up to it. By level: `city` …
   * `commune`, and `''` for procedures that do not say; one that several levels handle is in each of these rows.
   */
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
  target: z.object({ value: z.number(), by: daySchema, basis: namesSchema }).nullable(),
  /** Source ids that the value rests on. */
  source: z.array(z.string()),
  /** Of a stated figure: the report that the value is; absent for counted figures and where nothing was stated. */
  stated: statedSchema.optional(),
  /** Only of the row `unallocated`: what it is made of. Sums add up to it; shares and times do not. */
  reasons: z.array(z.object({ reason: unallocatedReasonSchema, value: z.number().nullable() })).optional(),
  /** Only in a breakdown by `entity`. */
  thing: measuredThingSchema.optional(),
  /** Only of a measured figure of what stands at a moment: of each source when the newest reading in it was measured. */
  measured: z.array(newestReadingSchema).optional(),
});
export type KpiValue = z.infer<typeof kpiValueSchema>;

export const kpiAnswerSchema = z.object({
  kpi: kpiIdSchema,
  ledger: ledgerNameSchema,
  unit: z.string().nullable(),
  /** The day whose units the values are read in. */
  geography: daySchema,
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  at: instantSchema,
  known: instantSchema.nullable(),
  knownSeq: z.number().int(),
  /** `at` lies after `known`: what will be true if nothing more happens. */
  projection: z.boolean(),
  simulated: z.boolean(),
  definition: z.object({ version: z.number().int(), formula: z.string(), basis: namesSchema }),
  values: z.array(kpiValueSchema),
  /** Of a breakdown that came in part: which rows these are, and of how many. */
  rows: z.object({ from: z.number().int(), of: z.number().int() }).optional(),
  /** Days on which the units changed in a way that these values cannot be read across: what jumps there may be the units. */
  breaks: z.array(z.object({ day: daySchema, basis: namesSchema })),
});
export type KpiAnswer = z.infer<typeof kpiAnswerSchema>;
