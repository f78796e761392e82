import { instantSchema } from '@flagtower/contracts';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { z } from 'zod';

import { cutWords } from '../period/cut-words.ts';

/** Every state of a list of things and of the page of one, as the address says it; a word that is not understood is left out. */
const thingsSearchSchema = z.object({
  ...cutWords,
  from: instantSchema.optional().catch(undefined),
  /** Left out: the first that the figure has. */
  by: z.enum(['entity', 'unit', 'group', 'level', 'procedure']).optional().catch(undefined),
  page: z.coerce.number().int().min(0).max(100_000).catch(0).default(0),
  unit: z.string().max(80).optional().catch(undefined),
  /** Of the page of one thing. */
  feed: z.string().max(63).optional().catch(undefined),
});
export type ThingsSearch = z.infer<typeof thingsSearchSchema>;
export type ThingsBreakdown = NonNullable<ThingsSearch['by']>;

export function useThingsSearch(): ThingsSearch {
  const raw: unknown = useSearch({ strict: false });
  return useMemo(() => thingsSearchSchema.parse(raw), [raw]);
}

/** The words of the cut alone: they go along from page to page. */
export function cutOfSearch({ at, knownSeq, geography }: ThingsSearch): Record<string, string | undefined> {
  return { at, knownSeq, geography };
}
