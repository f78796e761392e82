import { z } from 'zod';

/** Where a value comes from: a column or attribute (the first that is there), or one constant for all rows. */
export const mappedFieldSchema = z.union([
  z.string(),
  z.object({
    column: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
    /** The sign between the columns, where all of them together are the value and none of them alone. */
    join: z.string().min(1).max(3).optional(),
    constant: z.string().optional(),
    /** Raw word → our code. A raw word that is not listed is kept as it is, or refused where `strict` is true. */
    values: z.record(z.string(), z.string()).optional(),
    strict: z.boolean().optional(),
  }),
]);
export type MappedField = z.infer<typeof mappedFieldSchema>;

/** Where a place comes from, in degrees of WGS 84. */
export const mappedPointSchema = z.object({ longitude: mappedFieldSchema, latitude: mappedFieldSchema });
export type MappedPoint = z.infer<typeof mappedPointSchema>;
