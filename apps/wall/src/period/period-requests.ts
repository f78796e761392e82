import { unitSchema, type Unit } from '@flagtower/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

import { readJson } from '../stream/read-json.ts';
import { addressOf } from '../stream/request-address.ts';
import type { PeriodSearch } from './period-search.ts';
import type { ReportDays } from './report-period.ts';

/** A page that goes on asks again this often. */
export const againMs = 30_000;

/** A page whose figures stay: both of its times are said. */
export function isPinned({ at, knownSeq }: PeriodSearch): boolean {
  return at !== undefined && knownSeq !== undefined;
}

export function periodAddress(path: string, ledger: string, days: ReportDays, search: PeriodSearch): string {
  const { unit, at, knownSeq, geography } = search;
  return addressOf(path, { ledger, unit, from: days.from, to: days.to, at, knownSeq, geography });
}

const unitsSchema = z.object({ units: z.array(unitSchema) });

/** Units of a day; they do not change while the page is open. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function unitsOnQuery(day: string | undefined) {
  return queryOptions({
    queryKey: ['units-on', day],
    queryFn: async ({ signal }): Promise<readonly Unit[]> =>
      (await readJson(`/v1/units${day === undefined ? '' : `?on=${day}`}`, unitsSchema, { signal })).units,
    staleTime: Infinity,
  });
}
