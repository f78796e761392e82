import { z } from 'zod';

import { cutQuerySchema } from './cut-query.ts';

/** What a page of one unit and one period takes besides its cut. */
export const periodQuerySchema = cutQuerySchema.extend({
  unit: z.string().max(80).optional().describe('a unit; default: the city'),
  from: z.string().max(40).describe('a day or an instant, included'),
  to: z.string().max(40).describe('a day or an instant, excluded'),
});
