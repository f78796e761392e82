import { daySchema, unitCodeSchema } from '@flagtower/contracts';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { z } from 'zod';

import { cutWords } from './cut-words.ts';

export const reportPeriods = ['month', 'quarter', 'half', 'year', 'custom'] as const;
export type ReportPeriodName = (typeof reportPeriods)[number];

/** Which unit, which period, at which cut, as the address says it. A word that is not understood is left out. */
const periodSearchSchema = z.object({
  unit: unitCodeSchema.optional().catch(undefined),
  period: z.enum(reportPeriods).catch('month').default('month'),
  /** A day of the period; absent: the ledger's today. */
  on: daySchema.optional().catch(undefined),
  ...cutWords,
});
export type PeriodSearch = z.infer<typeof periodSearchSchema>;

export function readPeriodSearch(raw: unknown): PeriodSearch {
  return periodSearchSchema.parse(raw);
}

/** What the address says now. */
export function usePeriodSearch(): PeriodSearch {
  const raw: unknown = useSearch({ strict: false });
  return useMemo(() => readPeriodSearch(raw), [raw]);
}

/** The words that say something: a month is not written. */
export function writtenPeriod({ period, ...rest }: PeriodSearch): Record<string, string | undefined> {
  return { ...rest, period: period === 'month' ? undefined : period };
}
