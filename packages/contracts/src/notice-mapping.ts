import { z } from 'zod';

import { mappedFieldSchema, mappedPointSchema } from './mapped-field.ts';
import { noticeSchema } from './notice.ts';

/**
 * How a row of a list of incidents or warnings becomes a notice. Free text is not mapped: what it is called comes from its category, by
 * the words of `events`.
 */
export const noticeMappingSchema = z.object({
  noticeType: noticeSchema.shape.noticeType.default('incident'),
  id: mappedFieldSchema,
  category: mappedFieldSchema,
  cause: mappedFieldSchema.optional(),
  /** `values` turn its words into `extreme`, `severe`, `moderate`, `minor` and `unknown`. */
  severity: mappedFieldSchema.optional(),
  startsAt: mappedFieldSchema,
  /** Empty: open-ended. */
  endsAt: mappedFieldSchema.optional(),
  /** `values` turn its words into `true`, it is over, and `false`. */
  ended: mappedFieldSchema.optional(),
  /** When the row was written last; the later of two tellings holds. Default: `--as-of`, else the start. */
  updated: mappedFieldSchema.optional(),
  /** Language (BCP 47) → category → what people call it; one that is not listed is called by its code. */
  events: z.record(z.string().min(1).max(35), z.record(z.string(), z.string().min(1).max(200))).optional(),
  /** The name of the place, such as that of a street or a commune. */
  place: mappedFieldSchema.optional(),
  point: mappedPointSchema.optional(),
  /** Radius of the area around the point, in km. Default: the point alone. */
  radiusKm: z.number().min(0).max(1000).optional(),
});
export type NoticeMapping = z.infer<typeof noticeMappingSchema>;
