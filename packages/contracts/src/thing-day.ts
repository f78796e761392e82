import { z } from 'zod';

import { freshnessSchema } from './freshness.ts';
import { measuredThingSchema } from './measured-thing.ts';
import { instantSchema } from './time.ts';

/** One metric of a thing over the 24 hours before a cut. */
export const thingMetricSchema = z.object({
  metric: z.string(),
  unitOfMeasure: z.string(),
  /** The last telling known at the cut. `null` value: absent, and `absent` says why. */
  value: z.number().nullable(),
  absent: z.string().nullable(),
  occurredAt: instantSchema,
  recordedAt: instantSchema,
  source: z.string(),
  recordId: z.string(),
  /** Values of the 24 hours, oldest first, the newest 1,500 of them; an absent one is a gap. */
  points: z.array(z.object({ at: instantSchema, value: z.number().nullable() })),
});
export type ThingMetric = z.infer<typeof thingMetricSchema>;

/** What is known of one measured thing at a cut. */
export const thingDaySchema = z.object({
  feed: z.string(),
  entity: z.string(),
  names: measuredThingSchema.shape.names,
  group: measuredThingSchema.shape.group,
  point: measuredThingSchema.shape.point,
  /** Code of the lowest unit of today that its place is counted in; `null`: none. */
  unit: z.string().nullable(),
  freshness: freshnessSchema,
  metrics: z.array(thingMetricSchema),
});
export type ThingDay = z.infer<typeof thingDaySchema>;
