import { z } from 'zod';

import { caseKindSchema } from './dossier-event.ts';
import { feedIdSchema } from './ids.ts';
import { namesSchema } from './names.ts';
import { pointSchema } from './observation.ts';
import { instantSchema } from './time.ts';

/** What the things of a feed are called, so that a figure can be broken down into them in words. */
export const measuredFeedSchema = z.object({
  feed: feedIdSchema,
  /** One of its things: `Trạm quan trắc`, `Station`. */
  thing: namesSchema,
  /** What its things belong to, such as a bus route; `null`: they are not grouped, and there is no breakdown by group. */
  group: namesSchema.nullable().default(null),
  /** Things whose id is no name for people; all others go by their id. */
  names: z.record(z.string(), namesSchema).default({}),
  /** Cases of this kind are sorted by the same codes: their procedure is one of the feed's things. `null`: no cases are. */
  caseKind: caseKindSchema.nullable().default(null),
});
export type MeasuredFeed = z.infer<typeof measuredFeedSchema>;

/** The thing that a row of a breakdown by `entity` speaks of. */
export const measuredThingSchema = z.object({
  /** `null`: it goes by its id. */
  names: namesSchema.nullable(),
  group: z.string().nullable(),
  /** Its newest place told by the cut; `null`: none was. */
  point: pointSchema.nullable(),
  /** Code of the unit below the asked one that it is counted in; `null`: none of them. */
  unit: z.string().nullable(),
  /** When the value was measured, says its source; of a period the newest one. */
  occurredAt: instantSchema,
  /** Since when it stands where it stands (inside the bounds or not, at work or not) without a break; `null`: not known, or no such statistic. */
  since: instantSchema.nullable(),
  /** What it measures, where the row only says that it is counted or not; `null`: the row tells it, or there is none. */
  reading: z.object({ value: z.number(), unitOfMeasure: z.string() }).nullable(),
});
export type MeasuredThing = z.infer<typeof measuredThingSchema>;
