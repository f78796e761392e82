import { z } from 'zod';

import { freshnessSchema } from './freshness.ts';
import { sourceIdSchema } from './ids.ts';
import { kpiDefinitionSchema } from './kpi-definition.ts';
import { kpiAnswerSchema } from './kpi.ts';
import { measuredReasonsSchema } from './measured-reasons.ts';
import { namesSchema } from './names.ts';
import { statedSchema } from './report.ts';
import { instantSchema } from './time.ts';

/** Why this number: definition → balances → entries → records, with counts that add up. */
export const explanationSchema = z.object({
  answer: kpiAnswerSchema,
  definition: kpiDefinitionSchema,
  balances: z.array(
    z.object({
      measure: z.string(),
      sign: z.number(),
      role: z.enum(['numerator', 'denominator']),
      sum: z.number(),
      entries: z.number().int(),
      records: z.number().int(),
    }),
  ),
  /** Entries by day of the ledger's zone, newest first, 400 at most. */
  days: z.array(z.object({ day: z.string(), measure: z.string(), sum: z.number(), entries: z.number().int() })),
  /** One page of the entries themselves. */
  entries: z.array(
    z.object({
      seq: z.number().int(),
      effectiveAt: instantSchema,
      measure: z.string(),
      delta: z.number(),
      dossier: z.string(),
      unit: z.string().nullable(),
      /** Of the life that is meant; `null`: none told, or not of this city. */
      unitNames: namesSchema.nullable().default(null),
      channel: z.string().nullable(),
      procedure: z.string().nullable(),
    }),
  ),
  records: z.array(
    z.object({
      seq: z.number().int(),
      source: z.string(),
      recordId: z.string(),
      version: z.number(),
      occurredAt: instantSchema,
      recordedAt: instantSchema,
      import: z.string().nullable(),
    }),
  ),
  /** Of a figure about the sources themselves: what each of them has in it, the greatest first. */
  conduct: z
    .array(
      z.object({
        source: sourceIdSchema,
        value: z.number().nullable(),
        numerator: z.number().nullable(),
        denominator: z.number().nullable(),
        freshness: freshnessSchema,
      }),
    )
    .default([]),
  /** Of a stated figure: every version of its period that is known, the standing one first. */
  versions: z.array(statedSchema).default([]),
  /**
   * The rules that the ledger stood at by the cut: the version, and the commits that adopted it, the last one first, 100 at
   * most. Entries of such a commit come from no record.
   */
  rules: z
    .object({
      version: z.number().int(),
      adoptions: z.array(z.object({ seq: z.number().int(), version: z.number().int(), recordedAt: instantSchema })),
    })
    .nullable()
    .default(null),
  /** Of a measured figure, or one of notices: what it is made of. `null`: it is made of entries or statements. */
  measured: measuredReasonsSchema.nullable().default(null),
  /** Last self-audit: when, how much of the ledger it covered, what it found. */
  audit: z.object({ at: instantSchema, coverage: z.number(), differences: z.number().int() }).nullable(),
});
export type Explanation = z.infer<typeof explanationSchema>;
