import { z } from 'zod';

import { codeSchema } from './ids.ts';
import { pointSchema } from './observation.ts';
import { serviceLevelSchema } from './service-level.ts';
import { daySchema, instantSchema } from './time.ts';

/** Where a unit stands in the administration. */
export const unitLevelSchema = z.enum(['city', 'department', 'district', 'commune']);
export type UnitLevel = z.infer<typeof unitLevelSchema>;

/** The law's or the city's limit for handling a procedure; 0 working days: on the day of receipt. */
export const timeLimitSchema = z.object({
  workingDays: z.number().int().min(0).max(400),
  basis: z.string().min(1).max(200),
});

/** An entry of a register: a procedure, a service, a bus route, trip or stop, a place of care, a station that measures. */
export const catalogueItemSchema = z.object({
  kind: z.literal('catalogue-item'),
  recordId: z.string().min(1).max(240),
  version: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  occurredAt: instantSchema,
  itemType: z.enum(['procedure', 'service', 'route', 'trip', 'stop', 'facility', 'station']),
  code: z.string().min(1).max(200),
  names: z.array(z.object({ language: z.string().max(35), name: z.string().max(300) })).max(10),
  group: codeSchema.optional(),
  level: codeSchema.optional(),
  /** Of a procedure or service: the levels of administration at which it is handled. Absent: not told. */
  competence: z.array(unitLevelSchema).max(4).optional(),
  /** How far it is offered online. A change of it is an item of its own, with a validity of its own. */
  serviceLevel: serviceLevelSchema.optional(),
  /** Of a service: whether a step of it, such as `application`, can be done online. A step that does not apply is not there. */
  onlineSteps: z.record(codeSchema, z.boolean()).optional(),
  /** Whether people and firms use it, other offices do, or both. */
  audience: z.enum(['external', 'internal', 'both']).optional(),
  feeBearing: z.boolean().optional(),
  /** Whether its fee can be paid online. */
  payableOnline: z.boolean().optional(),
  /** In how many working days it has to be handled, and where that is written. */
  timeLimit: timeLimitSchema.optional(),
  point: pointSchema.optional(),
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
});
export type CatalogueItem = z.infer<typeof catalogueItemSchema>;
