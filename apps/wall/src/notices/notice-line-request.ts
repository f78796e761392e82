import { noticeLineSchema, type NoticeLine } from '@flagtower/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

import { readJson } from '../stream/read-json.ts';
import { addressOf } from '../stream/request-address.ts';

const answerSchema = z.object({ at: z.string(), notice: noticeLineSchema });

/** Where the record of a notice is, with all that was told of it. */
export function noticeLineAddress(ledger: string, id: string): string {
  return addressOf(`/v1/notices/${encodeURIComponent(id)}`, { ledger });
}

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function noticeLineQuery(ledger: string, id: string, version: number) {
  return queryOptions({
    queryKey: ['notice-line', ledger, id, version],
    queryFn: async ({ signal }): Promise<NoticeLine> =>
      (await readJson(noticeLineAddress(ledger, id), answerSchema, { signal })).notice,
  });
}
