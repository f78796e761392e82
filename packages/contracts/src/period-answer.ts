import { z } from 'zod';

import { ledgerNameSchema } from './ids.ts';
import { daySchema, instantSchema } from './time.ts';

/** What the answer of a page of one unit and one period says of itself. */
export const periodAnswerSchema = z.object({
  ledger: ledgerNameSchema,
  unit: z.string(),
  geography: daySchema,
  /** Half-open; stocks stand as at its end, or at `at` where that comes earlier. */
  from: instantSchema,
  to: instantSchema,
  at: instantSchema,
  known: instantSchema.nullable(),
  knownSeq: z.number().int(),
  projection: z.boolean(),
  simulated: z.boolean(),
});
export type PeriodAnswer = z.infer<typeof periodAnswerSchema>;
