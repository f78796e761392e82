import { z } from 'zod';

import { kpiIdSchema } from './ids.ts';
import { namesSchema } from './names.ts';
import { periodAnswerSchema } from './period-answer.ts';
import { statedSchema } from './report.ts';

/** How sure we are of a criterion: the Decision’s annex could not be read, the portal’s own metrics could. */
export const confidenceSchema = z.enum(['high', 'medium', 'low']);

/** A criterion of the index of Decision 766/QĐ-TTg. */
export const index766ItemSchema = z.object({
  /** Number of the calculation note, such as `4.5a`; there 3 is online and 4 is digitisation. */
  item: z.string().regex(/^[1-5]\.\d[a-z]?$/),
  part: z.string(),
  names: namesSchema,
  /** 0: shown only. */
  maxPoints: z.number().min(0),
  /** The points are an inference from the sum of the group. */
  maxIsInferred: z.boolean(),
  numerator: namesSchema,
  denominator: namesSchema,
  /**
   * The ratio from which the score is full, as far as it is known: the lowest and the highest that it may be. 1 and 1: the
   * score is points × ratio. `lowest` 0: nothing is known of it.
   */
  fullFrom: z.object({ lowest: z.number().min(0).max(1), highest: z.number().gt(0).max(1) }),
  /** Another item whose ratio this one is multiplied with; `null`: none. */
  times: z.string().nullable(),
  /** The share of the points where there is nothing to divide by; `null`: no rule is known. */
  whenEmpty: z.union([z.literal(0), z.literal(1)]).nullable(),
  /** The counted figure whose value is the ratio; `null`: it can only be stated. */
  counted: kpiIdSchema.nullable(),
  confidence: confidenceSchema,
  /** What is not certain; `null`: nothing that we know of. */
  doubt: namesSchema.nullable(),
  source: z.string(),
});
export type Index766Item = z.infer<typeof index766ItemSchema>;

/** One of the portal's six parts; the fourth of the five groups has two of them. */
export const index766PartSchema = z.object({
  id: z.string(),
  /** Roman number of the group. */
  group: z.enum(['I', 'II', 'III', 'IV', 'V']),
  names: namesSchema,
  maxPoints: z.number(),
});
export type Index766Part = z.infer<typeof index766PartSchema>;

export const index766Schema = z.object({
  basis: namesSchema,
  groups: z.array(z.object({ group: index766PartSchema.shape.group, names: namesSchema })),
  parts: z.array(index766PartSchema),
  items: z.array(index766ItemSchema),
});
export type Index766 = z.infer<typeof index766Schema>;

/** Points, from what is certain to what is still possible: equal where nothing is open. */
export const pointRangeSchema = z.object({ lowest: z.number(), highest: z.number() });
export type PointRange = z.infer<typeof pointRangeSchema>;

export const index766ItemScoreSchema = z.object({
  item: z.string(),
  /** Where the ratio comes from: counted by us, stated by somebody, or nobody told. */
  origin: z.enum(['counted', 'stated', 'unknown']),
  /** In [0, 1]; `null`: not known, or nothing to divide by. */
  ratio: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** There is nothing to divide by: what the item then scores is a rule of its own. */
  isEmpty: z.boolean(),
  points: pointRangeSchema,
  /** The stated ratio or points, also beside a counted one. */
  stated: statedSchema.nullable(),
});
export type Index766ItemScore = z.infer<typeof index766ItemScoreSchema>;

const statedPointsSchema = statedSchema.nullable();

export const index766AnswerSchema = periodAnswerSchema.extend({
  index: index766Schema,
  total: z.object({ points: pointRangeSchema, stated: statedPointsSchema, statedRank: statedPointsSchema }),
  parts: z.array(
    z.object({
      part: z.string(),
      points: pointRangeSchema,
      stated: statedPointsSchema,
      items: z.array(index766ItemScoreSchema),
    }),
  ),
  /** Items with points to win, most first: certain ones by what is missing to their full points. */
  gains: z.array(z.object({ item: z.string(), points: pointRangeSchema })),
  /** The units below, best first by what is certain. */
  ranking: z.array(
    z.object({ unit: z.string(), points: pointRangeSchema, ratios: z.record(z.string(), z.number().nullable()) }),
  ),
  /** Totals that were stated for this unit at any time, oldest first. */
  history: z.array(statedSchema),
});
export type Index766Answer = z.infer<typeof index766AnswerSchema>;
