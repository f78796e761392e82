import {
  feedEntitySchema,
  kpiAnswerSchema,
  thingDaySchema,
  type FeedEntity,
  type KpiAnswer,
  type ThingDay,
} from '@flagtower/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

import { readJson } from '../stream/read-json.ts';
import { addressOf } from '../stream/request-address.ts';
import { cutOfSearch, type ThingsBreakdown, type ThingsSearch } from './things-search.ts';

/** Rows a page of a list by thing. */
export const ROWS_A_PAGE = 50;
const ASK_AGAIN_MS = 20_000;

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function thingsQuery(ledger: string, kpi: string, search: ThingsSearch & { readonly by: ThingsBreakdown }) {
  const { by, page, from, unit } = search;
  const part = by === 'entity' ? { page: String(page), limit: String(ROWS_A_PAGE) } : {};
  const address = addressOf(`/v1/kpis/${encodeURIComponent(kpi)}`, {
    ledger,
    by,
    from,
    unit,
    ...cutOfSearch(search),
    ...part,
  });
  return queryOptions({
    queryKey: ['things', address],
    queryFn: ({ signal }): Promise<KpiAnswer> => readJson(address, kpiAnswerSchema, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: search.at === undefined ? ASK_AGAIN_MS : false,
  });
}

const thingAnswerSchema = z.object({ at: z.string(), knownSeq: z.number(), thing: thingDaySchema });

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function thingQuery(ledger: string, entity: string, search: ThingsSearch) {
  const { feed = '' } = search;
  const address = addressOf(`/v1/feeds/${encodeURIComponent(feed)}/entities/${encodeURIComponent(entity)}`, {
    ledger,
    ...cutOfSearch(search),
  });
  return queryOptions({
    queryKey: ['thing', address],
    queryFn: ({ signal }): Promise<{ at: string; knownSeq: number; thing: ThingDay }> =>
      readJson(address, thingAnswerSchema, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: search.at === undefined ? ASK_AGAIN_MS : false,
  });
}

const feedAnswerSchema = z.object({ at: z.string(), knownSeq: z.number(), entities: z.array(feedEntitySchema) });

/** The latest values of all things of a feed, of the last 24 hours. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the key carries the type of its data
export function feedQuery(ledger: string, feed: string) {
  const address = addressOf(`/v1/feeds/${encodeURIComponent(feed)}`, { ledger });
  return queryOptions({
    queryKey: ['feed', address],
    queryFn: ({ signal }): Promise<{ at: string; knownSeq: number; entities: FeedEntity[] }> =>
      readJson(address, feedAnswerSchema, { signal }),
    refetchInterval: ASK_AGAIN_MS,
  });
}
