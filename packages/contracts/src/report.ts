import { z } from 'zod';

import { codeSchema, unitCodeSchema } from './ids.ts';
import { daySchema, instantSchema } from './time.ts';

/** A figure that somebody states for a period; never mixed with what we counted. */
export const reportSchema = z.object({
  kind: z.literal('report'),
  recordId: z.string().min(1).max(240),
  version: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  occurredAt: instantSchema,
  indicator: codeSchema,
  unit: unitCodeSchema,
  /** Days, both included. */
  period: z.object({ from: daySchema, to: daySchema }),
  value: z.number().nullable(),
  unitOfMeasure: z.string().min(1).max(20),
  /** Who stated it, in words: a paper, a register, an office. */
  statedBy: z.string().min(1).max(200),
});
export type Report = z.infer<typeof reportSchema>;
