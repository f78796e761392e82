import { z } from 'zod';

import { codeSchema, entityIdSchema, feedIdSchema } from './ids.ts';
import { instantSchema } from './time.ts';

/** WGS 84, degrees, longitude first as in GeoJSON. */
export const pointSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type Point = z.infer<typeof pointSchema>;

/** One measured value of one thing. What it is *not* is told too: `value: null` always has an `absent` reason. */
export const observationSchema = z
  .object({
    kind: z.literal('observation'),
    /** The same id with a higher version replaces the reading; parsers build it from entity, metric and time. */
    recordId: z.string().min(1).max(400),
    version: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
    occurredAt: instantSchema,
    /** Where the value is of a period: when it began; `occurredAt` is its end. Left out for a value of a moment. */
    periodFrom: instantSchema.optional(),
    /** The stream it belongs to, such as `bus` or `air`. */
    feed: feedIdSchema,
    entity: entityIdSchema,
    /** What was measured, such as `speed`, `arrival-delay`, `position`. */
    metric: codeSchema,
    value: z.number().nullable(),
    /** Why there is no value (`not-measured`, `no-position`, a FHIR data-absent-reason …). Absent is not zero. */
    absent: codeSchema.optional(),
    /** UCUM code of `value` (`km/h`, `s`, `1`). */
    unitOfMeasure: z.string().min(1).max(20),
    quality: z.enum(['good', 'uncertain', 'bad']).default('good'),
    point: pointSchema.optional(),
    /** Degrees clockwise from north. */
    bearing: z.number().min(0).max(360).optional(),
    /** What the thing belongs to, such as a bus route. */
    group: codeSchema.optional(),
  })
  .refine((it) => it.value !== null || it.absent !== undefined || it.point !== undefined, 'no value and no reason why');
export type Observation = z.infer<typeof observationSchema>;
