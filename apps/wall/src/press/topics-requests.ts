import { instantSchema, kpiAnswerSchema, type Cut, type KpiAnswer } from '@flagtower/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

import { readJson } from '../stream/read-json.ts';
import { addressOf } from '../stream/request-address.ts';
import type { ToneFigures } from './tone-figures.ts';

const ASK_AGAIN_MS = 60_000;

const answersSchema = z.object({ at: instantSchema, knownSeq: z.number().int(), answers: z.array(kpiAnswerSchema) });

export interface TonesTold extends Cut {
  readonly answers: readonly KpiAnswer[];
}

interface TonesQuestion {
  readonly ledger: string;
  readonly figures: ToneFigures;
  readonly by: 'entity' | 'hour';
  /** First moment, ISO; `null`: the clock is not known yet, and nothing is asked. */
  readonly from: string | null;
  /** Of this topic only; `null`: of all. */
  readonly topic: string | null;
}

/** What was written since a moment, how much of it complains and how much praises, at one cut. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function tonesQuery({ ledger, figures, by, from, topic }: TonesQuestion) {
  const { items, negative, positive } = figures;
  const kpis = [items, negative, positive].map(({ id }) => `kpi=${encodeURIComponent(id)}`).join('&');
  const address = `${addressOf('/v1/kpis', { ledger, by, from, entity: topic })}&${kpis}`;
  return queryOptions({
    queryKey: ['tones', address],
    enabled: from !== null,
    queryFn: ({ signal }): Promise<TonesTold> => readJson(address, answersSchema, { signal }),
    // Nothing of the question before stands in: the hours of all topics under the name of one would be wrong numbers.
    refetchInterval: ASK_AGAIN_MS,
  });
}
