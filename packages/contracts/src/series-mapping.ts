import { z } from 'zod';

import { codeSchema, feedIdSchema } from './ids.ts';
import { mappedFieldSchema } from './mapped-field.ts';

/** One column of figures. */
const seriesValueSchema = z.object({
  column: z.string().min(1),
  metric: codeSchema,
  /** UCUM code of the column's figures, such as `K`; one in braces, such as `{person}`, is a count of something. */
  unit: z.string().min(1).max(20),
  /** UCUM code in which they are kept; absent: as they come. */
  keepAs: z.string().min(1).max(20).optional(),
});

/** How a row of a table of figures becomes observations: one for each of `values`. */
export const seriesMappingSchema = z.object({
  feed: feedIdSchema,
  at: mappedFieldSchema,
  /** Where the figures are of a period: its first day or moment; `at` is then its last. */
  from: mappedFieldSchema.optional(),
  entity: mappedFieldSchema,
  group: mappedFieldSchema.optional(),
  values: z.array(seriesValueSchema).min(1).max(200),
  /** Words for “no figure” beside the empty cell, whatever their case; by default NaN, NA, N/A, ND and null. */
  absent: z.array(z.string().max(40)).optional(),
  decimal: z.enum(['.', ',']).default('.'),
  /**
   * Column → the words of the rows that are read; a table that tells one thing by month and by week has to be read by one of
   * them, for they cannot be added up.
   */
  only: z.record(z.string(), z.array(z.string()).min(1)).optional(),
});
export type SeriesMapping = z.infer<typeof seriesMappingSchema>;
