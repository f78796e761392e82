import { daySchema, instantSchema } from '@flagtower/contracts';
import { z } from 'zod';

/** A page's cut and a period of its own, as an address says them; a word that is not understood is left out. */
export const cutWords = {
  /** Days of a custom period, both included. */
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
  /** What was true then; absent: the ledger's present, and the page goes on. */
  at: instantSchema.optional().catch(undefined),
  /** As it was known at this commit; absent: everything that is committed. */
  knownSeq: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional()
    .catch(undefined),
  geography: daySchema.optional().catch(undefined),
};
