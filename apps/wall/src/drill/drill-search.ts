import { drillComparisonSchema, drillPeriodSchema } from '@flagtower/contracts';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { z } from 'zod';

import { cutWords } from '../period/cut-words.ts';

const word = z.string().max(80);

/** How a ranking can be ordered: by a figure, or by name. */
const sortSchema = z.union([z.literal('name'), z.string().regex(/^[a-z][a-z0-9.-]*$/)]);

/**
 * Every state of a page of the drill-down, as its address says it. A word that is not understood is left out. All are text,
 * since codes such as `01` must not become numbers.
 */
const drillSearchSchema = z.object({
  period: drillPeriodSchema.catch('month').default('month'),
  ...cutWords,
  comparison: drillComparisonSchema.catch('before').default('before'),
  /** The figure of the trend, the map and the ranking's order. */
  measure: word.optional().catch(undefined),
  sort: sortSchema.optional().catch(undefined),
  /** The figure whose dossiers are listed. */
  list: word.optional().catch(undefined),
  /** Only those of the list that are of the unit and of none below it. */
  part: z.literal('unallocated').optional().catch(undefined),
  /** The figure that is explained. */
  why: word.optional().catch(undefined),
});
export type DrillSearch = z.infer<typeof drillSearchSchema>;

/** What the address says now. */
export function useDrillSearch(): DrillSearch {
  const raw: unknown = useSearch({ strict: false });
  return useMemo(() => drillSearchSchema.parse(raw), [raw]);
}

/** The words that say something: defaults are not written, so that a short address stays short. */
export function writtenSearch(search: DrillSearch): Record<string, string | undefined> {
  const { period, comparison, ...rest } = search;
  return {
    ...rest,
    period: period === 'month' ? undefined : period,
    comparison: comparison === 'before' ? undefined : comparison,
  };
}

/** A page whose figures stay: both of its times are said. */
export function isPinned({ at, knownSeq }: DrillSearch): boolean {
  return at !== undefined && knownSeq !== undefined;
}
