import type { Point } from '@flagtower/contracts';

import type { Queryable } from '../ledger/queryable.ts';

/** Where a thing is and what it belongs to, as it told last by a cut. */
export interface ThingPlace {
  readonly entity: string;
  /** `null`: it never told. */
  readonly point: Point | null;
  readonly group: string | null;
}

/** The newest telling of a thing that has this field, known at the cut and not retracted by then. */
const newest = (columns: string, told: string): string => `select ${columns} from observations o
  where o.ledger_id = $1 and o.feed = $2 and o.entity = t.entity and o.occurred_at <= to_timestamp($3::float8 / 1000) and ${told}
    and o.seq <= $4 and (o.retracted_seq is null or o.retracted_seq > $4) order by o.occurred_at desc, o.version desc, o.hash collate "C" desc limit 1`;

/**
 * Every thing that a feed ever told of, with its place at a cut.
 * @param things only these; `null`: all
 */
export async function readThingPlaces(
  db: Queryable,
  cut: {
    readonly ledgerId: number;
    readonly feed: string;
    /** Epoch milliseconds. */
    readonly at: number;
    readonly knownSeq: number;
    readonly things: readonly string[] | null;
  },
): Promise<ThingPlace[]> {
  const { rows } = await db.query<{ entity: string; lon: number | null; lat: number | null; group: string | null }>(
    `select t.entity, place.lon, place.lat, belonging.grp as "group"
      from (select distinct entity from latest_values where ledger_id = $1 and feed = $2 and ($5::text[] is null or entity = any($5))) t
        left join lateral (${newest('o.lon, o.lat', 'o.lon is not null')}) place on true
        left join lateral (${newest('o.grp', 'o.grp is not null')}) belonging on true`,
    [cut.ledgerId, cut.feed, cut.at, cut.knownSeq, cut.things],
  );
  return rows.map(({ entity, lon, lat, group }) => ({
    entity,
    point: lon === null || lat === null ? null : [lon, lat],
    group,
  }));
}
