import { z } from 'zod';

import { kpiIdSchema } from './ids.ts';
import { kpiValueSchema, unallocatedReasonSchema } from './kpi.ts';
import { namesSchema } from './names.ts';
import { daySchema, instantSchema } from './time.ts';

/** The stretch that flows are counted in: the calendar's that contains `at`, all that ever was, or two days. */
export const drillPeriodSchema = z.enum(['week', 'month', 'quarter', 'year', 'all', 'custom']);
export type DrillPeriod = z.infer<typeof drillPeriodSchema>;

/** What a period is held against: the one before it, or the same one a year earlier. */
export const drillComparisonSchema = z.enum(['before', 'year', 'none']);
export type DrillComparison = z.infer<typeof drillComparisonSchema>;

const figureSchema = kpiValueSchema.pick({ value: true, numerator: true, denominator: true });
export type DrillFigure = z.infer<typeof figureSchema>;

/** A figure of a level: in the period, in the compared one, and since ever. */
export const drillCardSchema = z.object({
  kpi: kpiIdSchema,
  direction: z.enum(['up', 'down', 'none']),
  now: kpiValueSchema,
  /** `null`: nothing is compared. */
  compared: figureSchema.nullable(),
  /** Since ever; `null` for what has no sum over time. */
  cumulative: figureSchema.nullable(),
});
export type DrillCard = z.infer<typeof drillCardSchema>;

/** A child with its figures by KPI id; `code` `''`: nobody told which. */
export const drillRowSchema = z.object({ code: z.string(), figures: z.record(z.string(), figureSchema) });
export type DrillRow = z.infer<typeof drillRowSchema>;

export const drillTrendSchema = z.object({
  kpi: kpiIdSchema,
  by: z.enum(['day', 'month']),
  /** From the first bucket to the one that contains the cut. `value` `null`: not known, a gap. */
  points: z.array(z.object({ start: instantSchema, value: z.number().nullable(), partial: z.boolean() })),
  /** Days on which the units changed in a way that the figure cannot be read across, with the text that changed them. */
  breaks: z.array(z.object({ day: daySchema, basis: namesSchema })),
});
export type DrillTrend = z.infer<typeof drillTrendSchema>;

/** Everything that a page of the drill-down shows of one level, at one cut. */
export const drillLevelSchema = z.object({
  /** From the city down to this level, with what each received in the period. */
  path: z.array(
    z.object({
      kind: z.enum(['city', 'district', 'commune', 'department', 'group', 'procedure']),
      code: z.string(),
      received: z.number().nullable(),
    }),
  ),
  period: z.object({ name: drillPeriodSchema, from: instantSchema.nullable(), to: instantSchema }),
  compared: z.object({ from: instantSchema, to: instantSchema, at: instantSchema }).nullable(),
  cards: z.array(drillCardSchema),
  trend: drillTrendSchema,
  /**
   * Children of a unit and codes that the city does not know; `null` below the units. `rest` is what none of them has: with
   * it they add up to the level.
   */
  units: z
    .object({
      rows: z.array(drillRowSchema),
      rest: drillRowSchema.nullable(),
      /** Why something is left, with how many were received so. */
      reasons: z.array(z.object({ reason: unallocatedReasonSchema, value: z.number().nullable() })),
    })
    .nullable(),
  /** By procedure, also where the level is one. */
  procedures: z.array(drillRowSchema),
  /** `null`: a procedure of the whole city has no channels that could be told in time. */
  channels: z.array(drillRowSchema).nullable(),
});
export type DrillLevel = z.infer<typeof drillLevelSchema>;

/** What became of a figure since an earlier moment of knowledge. */
export const restatementsSchema = z.object({
  /** What was known then. */
  since: instantSchema,
  sinceSeq: z.number().int(),
  /** The figure of the same question as it was known then, and as it is known at the cut. */
  before: kpiValueSchema,
  after: kpiValueSchema,
  /** By import or source and day of telling, newest first, 200 at most. */
  groups: z.array(
    z.object({
      day: z.string(),
      /** `''`: an adoption of rules, which no source told. */
      source: z.string(),
      import: z.string().nullable(),
      fileName: z.string().nullable(),
      /** The import was taken back. */
      retraction: z.boolean(),
      firstSeq: z.number().int(),
      lastSeq: z.number().int(),
      recordedAt: instantSchema,
      records: z.number().int(),
      dossiers: z.number().int(),
      /** Change of the figure's upper and lower sum. */
      numerator: z.number(),
      denominator: z.number(),
      /** The part of it that speaks of the time before `since`: a correction, not merely what happened later. */
      corrected: z.number(),
    }),
  ),
  /** Entries, newest first, 100 at most. */
  entries: z.array(
    z.object({
      seq: z.number().int(),
      recordedAt: instantSchema,
      effectiveAt: instantSchema,
      measure: z.string(),
      delta: z.number(),
      dossier: z.string(),
      code: z.string().nullable(),
      source: z.string(),
      import: z.string().nullable(),
      retraction: z.boolean(),
    }),
  ),
});
export type Restatements = z.infer<typeof restatementsSchema>;

/** A dossier that a figure counts. */
export const countedDossierSchema = z.object({
  id: z.guid(),
  code: z.string(),
  source: z.string(),
  /** Code; `unallocated`: see `unitNames`. */
  unit: z.string().nullable(),
  /** Of the life that is meant, since codes and names were used again; `null`: none told, or not of this city. */
  unitNames: namesSchema.nullable(),
  /** Why it stands in the asked unit's row `unallocated`; `null`: in the row of a unit below. */
  reason: unallocatedReasonSchema.nullable(),
  procedure: z.string().nullable(),
  channel: z.string().nullable(),
  /** Since when it counts: received, handled, or overdue from then on. */
  since: instantSchema,
  /** As it stands after everything that was told, whatever the cut. */
  standing: z.string(),
  receivedAt: instantSchema.nullable(),
  dueAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
});
export type CountedDossier = z.infer<typeof countedDossierSchema>;
