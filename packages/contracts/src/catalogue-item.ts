import { z } from 'zod';

import { codeSchema } from './ids.ts';
import { pointSchema } from './observation.ts';
import { daySchema, instantSchema } from './time.ts';

/** An entry of a register: a procedure, a service, a bus route, trip or stop. */
export const catalogueItemSchema = z.object({
  kind: z.literal('catalogue-item'),
  recordId: z.string().min(1).max(240),
  version: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  occurredAt: instantSchema,
  itemType: z.enum(['procedure', 'service', 'route', 'trip', 'stop']),
  code: z.string().min(1).max(200),
  names: z.array(z.object({ language: z.string().max(35), name: z.string().max(300) })).max(10),
  group: codeSchema.optional(),
  level: codeSchema.optional(),
  point: pointSchema.optional(),
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
});
export type CatalogueItem = z.infer<typeof catalogueItemSchema>;
