import { z } from 'zod';

import type { CellCollection } from './unit-feature.ts';

const position = z.array(z.number()).min(2);

/** Cells as the service tells them. */
export const cellsSchema: z.ZodType<CellCollection> = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ code: z.string(), name: z.string() }),
      geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) }),
    }),
  ),
});
