import { instantSchema, kpiAnswerSchema, type Cut, type KpiAnswer } from '@flagtower/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

import { readJson } from '../stream/read-json.ts';
import { addressOf } from '../stream/request-address.ts';
import type { CallFigures } from './call-figures.ts';

const ASK_AGAIN_MS = 60_000;
const PAST_AGAIN_MS = 1_800_000;

const answersSchema = z.object({ at: instantSchema, knownSeq: z.number().int(), answers: z.array(kpiAnswerSchema) });

interface LinesTold extends Cut {
  readonly answers: readonly KpiAnswer[];
}

/** Calls of the last hour and of today, the share that is valid and the time to be there, line by line, at one cut. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function linesQuery(ledger: string, { received, hour, valid, reach }: CallFigures, from: string | null) {
  const kpis = [hour, received, valid, reach].map(({ id }) => `kpi=${encodeURIComponent(id)}`).join('&');
  const address = `${addressOf('/v1/kpis', { ledger, by: 'entity', from })}&${kpis}`;
  return queryOptions({
    queryKey: ['call-lines', address],
    enabled: from !== null,
    queryFn: ({ signal }): Promise<LinesTold> => readJson(address, answersSchema, { signal }),
    refetchInterval: ASK_AGAIN_MS,
  });
}

/**
 * Calls of one line by the hour, of a stretch.
 * @param to `null`: until now, and asked again as the hour goes on; what is past changes by corrections alone
 */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function lineHoursQuery(
  ledger: string,
  { received }: CallFigures,
  line: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
) {
  const asked = { ledger, by: 'hour', from, to, entity: line };
  const address = addressOf(`/v1/kpis/${encodeURIComponent(received.id)}`, asked);
  return queryOptions({
    queryKey: ['call-hours', address],
    enabled: from !== null,
    queryFn: ({ signal }): Promise<KpiAnswer> => readJson(address, kpiAnswerSchema, { signal }),
    refetchInterval: to === null ? ASK_AGAIN_MS : PAST_AGAIN_MS,
  });
}
