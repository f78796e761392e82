import { z } from 'zod';

import { codeSchema, feedIdSchema, kpiIdSchema } from './ids.ts';
import { namesSchema } from './names.ts';
import { noticeTypeSchema } from './notice.ts';

/** A stretch of values that is drawn alike; it ends where the next one begins. */
export const mapBandSchema = z.object({
  /** The lowest value in it, in the metric's own unit; `null`: from below. */
  from: z.number().nullable(),
  names: namesSchema,
  /** How a control room takes it. Where all bands are normal, more is drawn larger. */
  level: z.enum(['normal', 'watch', 'warning', 'critical']),
});
export type MapBand = z.infer<typeof mapBandSchema>;

/** What the things of a layer are drawn as: colour alone tells nobody apart. */
export const mapShapeSchema = z.enum(['dot', 'square', 'hexagon', 'drop', 'cross', 'house', 'ring', 'flag']);
export type MapShape = z.infer<typeof mapShapeSchema>;

/** What can be laid over a center's map, and what it is drawn from. */
export const mapLayerSchema = z.object({
  id: codeSchema,
  names: namesSchema,
  centers: z.array(z.string()).min(1),
  shape: mapShapeSchema,
  /** Drawn before anybody chose. */
  shown: z.boolean().default(true),
  tells: z.discriminatedUnion('kind', [
    /** The latest reading of each thing of a feed; with `over` its share of that other metric. */
    z.object({
      kind: z.literal('readings'),
      feed: feedIdSchema,
      metric: z.string(),
      over: z.string().nullable().default(null),
      /** From the lowest on; empty: the value decides nothing. */
      bands: z.array(mapBandSchema).default([]),
      /** Only things whose band is not normal. */
      onlyAbnormal: z.boolean().default(false),
      /** Where the bands come from; `null`: there are none. */
      basis: namesSchema.nullable().default(null),
    }),
    /** Active notices, with their areas. */
    z.object({ kind: z.literal('notices'), noticeTypes: z.array(noticeTypeSchema).min(1) }),
    /** The center's open incidents. */
    z.object({ kind: z.literal('incidents') }),
    /** A counted figure by unit, at the unit's place. */
    z.object({ kind: z.literal('units'), kpi: kpiIdSchema }),
  ]),
});
export type MapLayer = z.infer<typeof mapLayerSchema>;
