import { z } from 'zod';

import { freshnessSchema } from './freshness.ts';
import { namesSchema } from './names.ts';
import { severitySchema } from './notice.ts';
import { instantSchema } from './time.ts';

const toldSchema = z.object({
  seq: z.number().int(),
  source: z.string(),
  /** `null`, as the version and the moment of the commit: the raw record was let go, its value is kept. */
  recordId: z.string().nullable(),
  version: z.number().nullable(),
  /** When it happened, says the source. */
  occurredAt: instantSchema,
  /** When we committed it. */
  recordedAt: instantSchema.nullable(),
  /** Earlier tellings of the same record that this one took the place of. */
  corrects: z.number().int(),
});

/** A reading that a figure is made of. */
export const countedReadingSchema = toldSchema.extend({
  entity: z.string(),
  names: namesSchema.nullable(),
  metric: z.string(),
  /** `null`: absent, and `absent` says why; it takes no part in sums and means. */
  value: z.number().nullable(),
  absent: z.string().nullable(),
  unitOfMeasure: z.string().nullable(),
  isPlaced: z.boolean(),
});
export type CountedReading = z.infer<typeof countedReadingSchema>;

/** A notice that a figure counts. */
export const countedNoticeSchema = toldSchema.extend({
  names: namesSchema,
  severity: severitySchema,
  startsAt: instantSchema,
  endsAt: instantSchema.nullable(),
  /** When it was over, where the figure counts those that are; `null`: it counts those that are not. */
  overAt: instantSchema.nullable(),
});
export type CountedNotice = z.infer<typeof countedNoticeSchema>;

/** What a measured figure is made of: with all pages of it the figure can be put together again to the last unit. */
export const measuredReasonsSchema = z.object({
  /** How the readings make the figure. */
  rule: namesSchema,
  /** One page of the readings, things in the order of their ids and the newest of each first; of notices none. */
  readings: z.array(countedReadingSchema),
  /** One page of the notices, in the order of their ids; of readings none. */
  notices: z.array(countedNoticeSchema),
  /** Readings or notices on all pages. */
  of: z.number().int(),
  /** Of all pages: how many took the place of an earlier telling. */
  corrected: z.number().int(),
  /** The source that the figure's age is that of; `null`: nobody told anything. */
  worst: z.object({ source: z.string(), freshness: freshnessSchema }).nullable(),
});
export type MeasuredReasons = z.infer<typeof measuredReasonsSchema>;
