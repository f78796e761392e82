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
  /**
   * Kilometres across from which the area of a notice is a region and no place: what happens somewhere in it is no one incident with it, nor
   * through it with what happens elsewhere in it. `null`: an area is a place, however wide.
   */
  regionKm: z.number().min(0).nullable().default(null),
  /** Minutes between the end of one and the beginning of the next within which they still are one. */
  mergeMinutes: z.number().min(0),
  /** Notices of this kind are one only where their event is the same word: fog and cold are no one weather. */
  byEvent: z.boolean().default(false),
  notices: z.array(noticeMatchSchema).default([]),
  /** What the sender's severity means for the city: a standard rates what it speaks of, one road or one bus. */
  severities: z.record(severitySchema, incidentSeveritySchema),
});
export type IncidentKind = z.infer<typeof incidentKindSchema>;

/** Of a day, `19:30`. */
const clockTimeSchema = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'a time of day is hours and minutes, 19:30');

/** A level of a threshold, with the deadband of alarm management: what holds a level is wider than what reaches it. */
const thresholdLevelSchema = z.object({
  value: z.number(),
  severity: incidentSeveritySchema,
  /** The value that has to be reached for the level to end; left out: the first one that does not reach the level. */
  clearsAt: z.number().optional(),
});

/** From which value on a measured thing is an incident, and how serious. */
const thresholdSchema = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    kind: z.string(),
    /** What is measured. */
    names: namesSchema,
    feed: feedIdSchema,
    metric: z.string(),
    /** The only things that it judges; left out: all that the feed tells of. */
    entities: z.array(z.string()).min(1).optional(),
    /** `above`: a level begins at its value and goes up; `below`: it begins at its value and goes down. */
    side: z.enum(['above', 'below']),
    levels: z.array(thresholdLevelSchema).min(1),
    /**
     * Delays. `beyond`: a level begins once values have held it for so long, so that one spike of a loud sensor is nothing. `back`: it
     * ends once values have been ordinary for so long; a value that drops out for a moment ends nothing.
     */
    forMinutes: z.object({ beyond: z.number().min(0).default(0), back: z.number().min(0).default(0) }).prefault({}),
    /** Hours of the city's day in which no level begins, such as the peaks of its traffic; what goes on goes on, and a value can end it. */
    notDuring: z.array(z.object({ from: clockTimeSchema, to: clockTimeSchema })).default([]),
    /** First day, in the city's zone, whose values it judges. */
    validFrom: daySchema,
    /** Where the numbers come from. */
    basis: namesSchema,
  })
  .superRefine(({ side, levels }, context) => {
    const out = side === 'above' ? 1 : -1;
    const inOrder = levels.toSorted((one, other) => one.severity - other.severity);
    for (const [index, level] of inOrder.entries()) {
      const { value, clearsAt = value } = level;
      const milder = inOrder[index - 1];
      const fault =
        clearsAt * out > value * out
          ? 'clearsAt lies on the ordinary side of its value'
          : milder !== undefined &&
              (milder.value * out > value * out || (milder.clearsAt ?? milder.value) * out > clearsAt * out)
            ? 'a worse level begins and clears farther out than a milder one'
            : null;
      if (fault !== null) context.addIssue({ code: 'custom', path: ['levels', levels.indexOf(level)], message: fault });
    }
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
