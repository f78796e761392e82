import { z } from 'zod';

import { roleSchema } from './account.ts';
import { namesSchema } from './names.ts';
import { noticeTextSchema } from './notice.ts';
import { pointSchema } from './observation.ts';
import { instantSchema } from './time.ts';

/** One scale for all kinds: 1 is small, 2 is notable, 3 is serious, 4 is critical. */
export const incidentSeveritySchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type IncidentSeverity = z.infer<typeof incidentSeveritySchema>;

/** Nobody took it yet; somebody has it in hand; it is done with, by a person or by itself. */
export const incidentStateSchema = z.enum(['raised', 'acknowledged', 'closed']);
export type IncidentState = z.infer<typeof incidentStateSchema>;

/** What an incident is known by: the notice, the crossing or the deed that it began with. */
export const incidentIdSchema = z
  .string()
  .regex(/^[nch]-[0-9a-f]{16}$/, 'an incident’s id is n-, c- or h- and 16 of 0-9 and a-f');

/** Where it is. Empty lists: nobody told. */
export const incidentPlaceSchema = z.object({
  /** In the source's words; `null`: it has none. */
  name: z.string().nullable(),
  points: z.array(pointSchema),
  /** Closed rings. */
  rings: z.array(z.array(pointSchema)),
  /** Code of the unit that somebody named; left out: nobody did. */
  unit: z.string().optional(),
  /** The area of a warning that is too wide to be a place: it says where to look, not where it is. Left out: none is told. */
  area: z
    .object({
      /** In the source's words. */
      name: z.string().nullable(),
      /** How many units it names by their codes; 0: none. */
      units: z.number().int().min(0),
    })
    .optional(),
});
export type IncidentPlace = z.infer<typeof incidentPlaceSchema>;

/** What it says of itself: words of an authority, a measured value, or what somebody typed. */
export const incidentAboutSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('notice'), texts: z.array(noticeTextSchema) }),
  z.object({
    from: z.literal('threshold'),
    threshold: z.string(),
    entity: z.string(),
    /** The last value that is known of it. */
    value: z.number(),
    unitOfMeasure: z.string(),
  }),
  z.object({ from: z.literal('hand'), text: z.string() }),
]);
export type IncidentAbout = z.infer<typeof incidentAboutSchema>;

const personSchema = z.object({ id: z.uuid(), displayName: z.string() });

/** Topic `incidents`; key: the incident's id. */
export const incidentCellSchema = z.object({
  kind: z.string(),
  center: z.string(),
  severity: incidentSeveritySchema,
  state: incidentStateSchema,
  /** All its sources say that it is over. A source that is silent says nothing: it goes on. */
  over: z.boolean(),
  /** What made it as serious as it is. */
  about: incidentAboutSchema,
  /** The newest that is told of it, where that is something else; `null`: it is `about`. */
  latest: z.object({ about: incidentAboutSchema, at: instantSchema }).nullable(),
  place: incidentPlaceSchema,
  /** When it began. */
  from: instantSchema,
  /** When it ended; `null`: it goes on, as far as anybody told. */
  to: instantSchema.nullable(),
  lastToldAt: instantSchema,
  /** Notices, crossings and hand-raised ones that were merged into it. */
  occasions: z.number().int(),
  sources: z.array(
    z.object({
      id: z.string(),
      /** Its last contact, where that is stale or lost by its own cadence; `null`: it keeps its word, or nobody expects one. */
      silentSince: instantSchema.nullable(),
    }),
  ),
  /** Who raised it by hand, the first of them; `null`: sources told it. */
  raisedBy: personSchema.nullable(),
  acknowledged: z.object({ by: personSchema, at: instantSchema }).nullable(),
  /** `null` by: it closed by itself, by the city's rule. */
  closed: z.object({ by: personSchema.nullable(), at: instantSchema }).nullable(),
  /** The closed incident that this one follows, at the same place; `null`: none. */
  follows: incidentIdSchema.nullable(),
});
export type IncidentCell = z.infer<typeof incidentCellSchema>;

export const listedIncidentSchema = incidentCellSchema.extend({ id: incidentIdSchema });
export type ListedIncident = z.infer<typeof listedIncidentSchema>;

export const deedNameSchema = z.enum(['raise', 'acknowledge', 'comment', 'close']);
export type DeedName = z.infer<typeof deedNameSchema>;

/** Less than a steward reads; the deeds need a person. */
export const deedRole = roleSchema.enum.steward;

/** A line of an incident's log: what a source told, what a person did, or what the city's rule did. Oldest first. */
export const incidentLogLineSchema = z.discriminatedUnion('line', [
  z.object({
    line: z.literal('telling'),
    at: instantSchema,
    recordedAt: instantSchema,
    source: z.string(),
    severity: incidentSeveritySchema.nullable(),
    /** It told the end. */
    ended: z.boolean(),
    about: incidentAboutSchema,
  }),
  z.object({
    line: z.literal('deed'),
    at: instantSchema,
    deed: deedNameSchema,
    by: personSchema,
    text: z.string(),
  }),
  z.object({ line: z.literal('rule'), at: instantSchema, what: z.enum(['closed', 'raised-again']) }),
]);
export type IncidentLogLine = z.infer<typeof incidentLogLineSchema>;

const deedTextSchema = z
  .string()
  .trim()
  .min(3)
  .max(500)
  .regex(/^[^\p{Cc}]*(\n[^\p{Cc}]*)*$/u, 'no control characters');

/** What a person does to an incident: always with words. */
export const incidentDeedSchema = z.strictObject({
  deed: deedNameSchema.exclude(['raise']),
  text: deedTextSchema,
});
export type IncidentDeed = z.infer<typeof incidentDeedSchema>;

/** An incident that a person raises. */
export const raisedIncidentSchema = z.strictObject({
  kind: z.string().max(40),
  severity: incidentSeveritySchema,
  text: deedTextSchema,
  /** The center that is to look after it; `null`: the one of its kind. */
  center: z.string().max(40).nullable().default(null),
  /** In words, such as a street; no names of people. */
  place: z.string().trim().max(200).nullable().default(null),
  /** Code of a unit of the day. It says in words where to look: a unit is too wide to be near something. */
  unit: z.string().max(20).nullable().default(null),
  point: pointSchema.nullable().default(null),
});
export type RaisedIncident = z.infer<typeof raisedIncidentSchema>;

/** How serious the city's day is, and why. */
export const cityStageSchema = z.object({
  stage: z.number().int().min(1).max(5),
  names: namesSchema,
  /** The condition that was met; `null`: the first stage needs none. */
  because: z.object({ minSeverity: incidentSeveritySchema, count: z.number().int(), met: z.number().int() }).nullable(),
  basis: namesSchema,
  /** When it became what it is, by what is known now; `null`: nothing is known that made it another one. */
  since: instantSchema.nullable(),
  /** The incidents that meet the condition, worst first, at most 20. */
  incidents: z.array(incidentIdSchema),
  /** Sources that tell incidents and are stale or lost by their own cadence: what happens there is not known. */
  silent: z.array(z.object({ id: z.string(), silentSince: instantSchema })),
  /** Sources that tell incidents and were heard at least once; 0: nobody would tell. */
  tellers: z.number().int().min(0),
});
export type CityStage = z.infer<typeof cityStageSchema>;
