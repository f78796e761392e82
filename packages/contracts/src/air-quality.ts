import { z } from 'zod';

import { feedIdSchema } from './ids.ts';
import { namesSchema } from './names.ts';
import { daySchema } from './time.ts';

/** A stretch of an index with the name that its text gives it. */
export const airBandSchema = z.object({
  /** Whole numbers, both included; `null` to: as high as it goes. */
  from: z.number().int().min(0),
  to: z.number().int().nullable(),
  names: namesSchema,
  /** The official colour, `#RRGGBB`; `null`: the text is known to us without one. */
  color: z
    .string()
    .regex(/^#[0-9A-F]{6}$/u)
    .nullable(),
  /** How a control room takes it; colours are kept for what is not normal. */
  level: z.enum(['normal', 'watch', 'warning', 'critical']),
});
export type AirBand = z.infer<typeof airBandSchema>;

/** The bands that were official for a time. */
export const airScaleSchema = z.object({
  names: namesSchema,
  basis: namesSchema,
  /** First day on which it was in force. */
  validFrom: daySchema,
  /** Last day, included; `null`: until further notice. */
  validTo: daySchema.nullable(),
  /** From the cleanest air on, without gaps. */
  bands: z.array(airBandSchema).min(1),
});
export type AirScale = z.infer<typeof airScaleSchema>;

/** Where a city's air is told of, and how it is judged. */
export const airQualitySchema = z.object({
  /** The center whose page shows the stations. */
  center: z.string(),
  feed: feedIdSchema,
  /** The metric that is the index itself. */
  metric: z.string(),
  scales: z.array(airScaleSchema).min(1),
});
export type AirQuality = z.infer<typeof airQualitySchema>;
