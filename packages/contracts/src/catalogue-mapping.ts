import { z } from 'zod';

import { catalogueItemSchema } from './catalogue-item.ts';
import { codeSchema } from './ids.ts';
import { mappedFieldSchema, mappedPointSchema } from './mapped-field.ts';

/** How a row of a table becomes an entry of a register: a service, a procedure, a station. */
export const catalogueMappingSchema = z.object({
  itemType: catalogueItemSchema.shape.itemType.default('service'),
  code: mappedFieldSchema,
  /** Language (BCP 47) → where the name in that language is. */
  names: z.record(z.string().min(1).max(35), mappedFieldSchema).default({}),
  group: mappedFieldSchema.optional(),
  /** `values` turn its words into those of a service level. */
  level: mappedFieldSchema.optional(),
  /**
   * Steps of a service → the column that says whether it can be done online. All that apply online: level `full`; none: `none`; else
   * `partial`; where `level` says so itself, that holds. A word that is neither `yes` nor `no` says that the step does not apply.
   */
  onlineSteps: z
    .object({
      columns: z.record(codeSchema, z.string().min(1)),
      yes: z.array(z.string()).min(1),
      no: z.array(z.string()).min(1),
    })
    .optional(),
  /** `values` turn its words into `external`, `internal` and `both`. */
  audience: mappedFieldSchema.optional(),
  /** `values` turn their words into `true` and `false`. */
  feeBearing: mappedFieldSchema.optional(),
  payableOnline: mappedFieldSchema.optional(),
  /** First and last day on which the row holds, both included. */
  validFrom: mappedFieldSchema.optional(),
  validTo: mappedFieldSchema.optional(),
  point: mappedPointSchema.optional(),
});
export type CatalogueMapping = z.infer<typeof catalogueMappingSchema>;
