import type { Point } from '@flagtower/contracts';

import type { Queryable } from '../ledger/queryable.ts';

/** The newest standing reading of one metric of one thing. Times are epoch milliseconds. */
export interface LatestValue {
  readonly feed: string;
  readonly entity: string;
  readonly metric: string;
  readonly source: string;
  readonly seq: number;
  readonly occurredAt: number;
  readonly value: number | null;
  readonly absent: string | null;
  readonly unitOfMeasure: string;
  readonly point: Point | null;
  readonly bearing: number | null;
  readonly group: string | null;
}

/**
 * @param sinceSeq only what changed after this commit; 0 for all
 * @param after only readings that occurred after this moment, epoch milliseconds
 */
export async function readLatestValues(
  db: Queryable,
  ledgerId: number,
  wanted: { readonly feed: string | null; readonly sinceSeq: number; readonly after: number },
): Promise<LatestValue[]> {
  const { rows } = await db.query<Omit<LatestValue, 'point'> & { lon: number | null; lat: number | null }>(
    `select feed, entity, metric, source_id as source, seq::float8, (extract(epoch from occurred_at) * 1000)::float8 as "occurredAt", value, absent, unit_of_measure as "unitOfMeasure", lon, lat, bearing::float8, grp as "group"
      from latest_values where ledger_id = $1 and ($2::text is null or feed = $2) and seq > $3 and occurred_at > to_timestamp($4::float8 / 1000) order by feed, entity, metric`,
    [ledgerId, wanted.feed, wanted.sinceSeq, wanted.after],
  );
  return rows.map(({ lon, lat, ...row }) => ({ ...row, point: lon === null || lat === null ? null : [lon, lat] }));
}

/** Minute means of a feed's metric: `null` where readings came and all were absent. Minutes without any reading are not there. */
export async function readMinuteMeans(
  db: Queryable,
  ledgerId: number,
  wanted: { readonly feed: string; readonly metric: string; readonly from: number; readonly to: number },
): Promise<{ minuteMs: number; mean: number | null; count: number }[]> {
  const { rows } = await db.query<{ minuteMs: number; mean: number | null; count: number }>(
    `select minute::float8 * 60000 as "minuteMs", case when sum(n) > 0 then sum(sum) / sum(n) end as mean, sum(n)::float8 as count from minute_rollups
      where ledger_id = $1 and feed = $2 and metric = $3 and minute >= floor($4::float8 / 60000) and minute < ceil($5::float8 / 60000) and (n > 0 or absent > 0) group by minute order by minute`,
    [ledgerId, wanted.feed, wanted.metric, wanted.from, wanted.to],
  );
  return rows;
}
