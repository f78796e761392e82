import { mappingSchema, type Mapping } from '@flagtower/contracts';
import type { z } from 'zod';

import type { Format } from '../format.ts';

/** A mapping that comes with the product. */
export interface ShippedMapping {
  /** What `--mapping` calls it. */
  readonly id: string;
  readonly format: Format;
  /** It fits a file that has all these columns or attributes. */
  readonly fits: readonly string[];
  readonly mapping: Mapping;
}

/** @throws ZodError when the mapping is none: a bug of ours */
export function shipped(
  id: string,
  format: Format,
  fits: readonly string[],
  mapping: z.input<typeof mappingSchema>,
): ShippedMapping {
  return { id, format, fits, mapping: mappingSchema.parse(mapping) };
}
