import { z } from 'zod';

/** What people read, in both languages of the product. */
export const namesSchema = z.object({ vi: z.string(), en: z.string() });
