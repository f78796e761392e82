import { z } from 'zod';

import { feedIdSchema } from './ids.ts';
import { incidentSeveritySchema } from './incident.ts';
import { namesSchema } from './names.ts';
import { noticeSchema, severitySchema } from './notice.ts';
import { daySchema } from './time.ts';

/** Which notices are of a kind; what is left out does not matter. The first kind that fits takes a notice. */
const noticeMatchSchema = z.object({
  noticeTypes: z.array(noticeSchema.shape.noticeType).min(1),
  categories: z.array(z.string()).optional(),
  /** Words of which one stands in the notice's event, in any of its languages; case does not matter. */
  events: z.array(z.string()).optional(),
});

/** What happens, in the city's terms: who looks after it, and what belongs together. */
const incidentKindSchema = z.object({
  id: z.string().regex(/^[a-z][a-z-]{1,39}$/),
  names: namesSchema,
  center: z.string(),
  /** Kilometres within which two occasions are one incident; `null`: only the same thing is. */
  mergeKm: z.number().min(0).nullable(),
  /** Minutes between the end of one and the beginning of the next within which they still are one. */
  mergeMinutes: z.number().min(0),
  /** Notices of this kind are one only where their event is the same word: fog and cold are no one weather. */
  byEvent: z.boolean().default(false),
  notices: z.array(noticeMatchSchema).default([]),
  /** What the sender's severity means for the city: a standard rates what it speaks of, one road or one bus. */
  severities: z.record(severitySchema, incidentSeveritySchema),
});
export type IncidentKind = z.infer<typeof incidentKindSchema>;

/** From which value on a measured thing is an incident, and how serious. */
const thresholdSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  kind: z.string(),
  /** What is measured. */
  names: namesSchema,
  feed: feedIdSchema,
  metric: z.string(),
  /** `above`: a level begins at its value and goes up; `below`: it begins at its value and goes down. */
  side: z.enum(['above', 'below']),
  levels: z.array(z.object({ value: z.number(), severity: incidentSeveritySchema })).min(1),
  /** First day, in the city's zone, whose values it judges. */
  validFrom: daySchema,
  /** Where the numbers come from. */
  basis: namesSchema,
});
export type Threshold = z.infer<typeof thresholdSchema>;

/** The ladder of a time. A stage holds where one of its conditions is met; the highest that holds is the city's. */
const stageTableSchema = z.object({
  validFrom: daySchema,
  basis: namesSchema,
  stages: z
    .array(
      z.object({
        stage: z.number().int().min(1).max(5),
        names: namesSchema,
        /** At least `count` open incidents of at least this severity that are not over. Empty only for the first stage. */
        conditions: z.array(z.object({ minSeverity: incidentSeveritySchema, count: z.number().int().min(1) })),
      }),
    )
    .min(1),
});
export type StageTable = z.infer<typeof stageTableSchema>;

/** How notices, values and people's words become incidents. */
export const incidentRulesSchema = z.object({
  kinds: z.array(incidentKindSchema).min(1),
  thresholds: z.array(thresholdSchema),
  /** Minutes after its end at which an incident of this severity closes by itself; 0: at once. */
  closesItselfAfterMinutes: z.record(z.enum(['1', '2', '3', '4']), z.number().min(0)),
  stages: z.array(stageTableSchema).min(1),
  /** Whose numbers these are. */
  basis: namesSchema,
});
export type IncidentRules = z.infer<typeof incidentRulesSchema>;
