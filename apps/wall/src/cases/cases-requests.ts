import { countedDossierSchema, instantSchema, type CountedDossier, type Cut } from '@flagtower/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

import { readJson } from '../stream/read-json.ts';
import { addressOf } from '../stream/request-address.ts';

const ASK_AGAIN_MS = 15_000;
/** More than this is no list for people. */
const MOST_CASES = 500;

const casesSchema = z.object({
  at: instantSchema,
  knownSeq: z.number().int(),
  dossiers: z.array(countedDossierSchema),
  next: z.string().nullable(),
});

export interface CasesTold extends Cut {
  readonly cases: readonly CountedDossier[];
  /** There are more, which wait less long. */
  readonly hasMore: boolean;
}

/** The cases that a figure counts now, at one cut. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function casesQuery(ledger: string, kpi: string) {
  const address = addressOf(`/v1/kpis/${encodeURIComponent(kpi)}/dossiers`, { ledger, limit: String(MOST_CASES) });
  return queryOptions({
    queryKey: ['cases', address],
    queryFn: async ({ signal }): Promise<CasesTold> => {
      const { at, knownSeq, dossiers, next } = await readJson(address, casesSchema, { signal });
      return { at, knownSeq, cases: dossiers, hasMore: next !== null };
    },
    refetchInterval: ASK_AGAIN_MS,
  });
}
