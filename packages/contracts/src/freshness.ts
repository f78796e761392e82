import { z } from 'zod';

import { zoneSchema, instantSchema } from './time.ts';

/** Computed from the source's own cadence, never from "the socket is open". `none`: nothing ever came. */
export const freshnessStateSchema = z.enum(['live', 'late', 'stale', 'lost', 'none']);
export type FreshnessState = z.infer<typeof freshnessStateSchema>;

/** Stamps that every value carries. A client re-evaluates `state` from them on its own monotonic clock plus the server offset. */
export const freshnessSchema = z.object({
  state: freshnessStateSchema,
  /**
   * Last sign of life of the source that counts for this value; `null`: none ever. Of a measured figure of now whose source goes on
   * telling old readings: when its newest one was measured.
   */
  observedAt: instantSchema.nullable(),
  lateAt: instantSchema.nullable(),
  staleAt: instantSchema.nullable(),
  lostAfter: instantSchema.nullable(),
  /** How often the source should report, in seconds. */
  cadenceSeconds: z.number().positive().nullable(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

/** When a source should report. Offices sleep at night: outside the hours nothing is due. */
export const cadenceSchema = z.object({
  everySeconds: z.number().positive(),
  /** ISO weekdays 1 (Monday) to 7 and wall-clock hours in `zone`; absent: around the clock. */
  hours: z
    .object({
      weekdays: z.array(z.number().int().min(1).max(7)).min(1),
      from: z.string().regex(/^\d\d:\d\d$/),
      to: z.string().regex(/^\d\d:\d\d$/),
      zone: zoneSchema,
    })
    .refine(({ from, to }) => from < to, 'hours end after they begin, on the same day')
    .optional(),
});
export type Cadence = z.infer<typeof cadenceSchema>;
