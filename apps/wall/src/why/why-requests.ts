import { explanationSchema, restatementsSchema, type Explanation, type Restatements } from '@flagtower/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

import type { WhyQuestion } from '../navigation/ask-why.ts';
import { readJson } from '../stream/read-json.ts';
import { addressOf, type Words } from '../stream/request-address.ts';

function wordsOf(ledger: string, question: WhyQuestion): Words {
  const { unit, group, procedure, from, to, at, knownSeq, geography, entity } = question;
  return {
    ledger,
    unit,
    group: procedure === null ? group : null,
    procedure,
    from,
    to,
    at,
    knownSeq: String(knownSeq),
    geography,
    entity,
  };
}

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function explanationQuery(ledger: string, question: WhyQuestion, page: number) {
  const address = addressOf(`/v1/kpis/${question.kpi}/explain`, { ...wordsOf(ledger, question), page: String(page) });
  return queryOptions({
    queryKey: ['why', address],
    queryFn: ({ signal }): Promise<Explanation> => readJson(address, explanationSchema, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

const restatedSchema = z.object({ restatements: restatementsSchema });

/** @param since an instant */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function restatementsQuery(ledger: string, question: WhyQuestion, since: string) {
  const address = addressOf(`/v1/kpis/${question.kpi}/restatements`, { ...wordsOf(ledger, question), since });
  return queryOptions({
    queryKey: ['restated', address],
    queryFn: async ({ signal }): Promise<Restatements> =>
      (await readJson(address, restatedSchema, { signal })).restatements,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
