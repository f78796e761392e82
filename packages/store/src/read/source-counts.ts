import type { Queryable } from '../ledger/queryable.ts';

export type CountedOf = 'accepted' | 'duplicates' | 'quarantined' | 'conflicts' | 'dropped';

/** A quarter hour, in which what comes of sources is counted, ms. */
export const quarterMs = 900_000;

/** Epoch milliseconds of the service's clock, at the borders of quarter hours. */
export interface CountedSpan {
  readonly ledgerId: number;
  /** `null`: since ever. */
  readonly from: number | null;
  /** Excluded; `null`: all that came since. */
  readonly to: number | null;
}

/**
 * What was counted of each source in a span; a source that is not there had none of it. What is asked since ever is what the
 * board shows less what came after the span, so that it costs no more when a source has told for years.
 * @returns `null` where the span begins before counts by quarter hours are kept, and something was counted before them
 */
export async function readSourceCounts(
  db: Queryable,
  counted: CountedOf,
  { ledgerId, from, to }: CountedSpan,
): Promise<Map<string, number> | null> {
  if (from === null) return await untilThen(db, counted, { ledgerId, to });
  const { rows } = await db.query<{ source: string; n: number }>(
    `select source_id as source, sum(${counted})::float8 as n from source_counts
      where ledger_id = $1 and quarter >= to_timestamp($2::float8 / 1000) and ($3::float8 is null or quarter < to_timestamp($3::float8 / 1000)) group by 1`,
    [ledgerId, from, to],
  );
  if (!(await isKept(db, counted, ledgerId, from))) return null;
  return new Map(rows.map(({ source, n }) => [source, n]));
}

async function untilThen(
  db: Queryable,
  counted: CountedOf,
  { ledgerId, to }: Pick<CountedSpan, 'ledgerId' | 'to'>,
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ source: string; n: number }>(
    `select id as source, (${counted} - coalesce((select sum(c.${counted}) from source_counts c
        where c.ledger_id = s.ledger_id and c.source_id = s.id and c.quarter > to_timestamp(0) and c.quarter >= to_timestamp($2::float8 / 1000)), 0))::float8 as n
      from sources s where ledger_id = $1`,
    [ledgerId, to],
  );
  return new Map(rows.map(({ source, n }) => [source, n]));
}

/** Whether all that was counted since a moment is kept by quarter hours. */
async function isKept(db: Queryable, counted: CountedOf, ledgerId: number, from: number): Promise<boolean> {
  const { rows } = await db.query<{ older: number; first: number | null }>(
    `select (select coalesce(sum(${counted}), 0)::float8 from source_counts where ledger_id = $1 and quarter = to_timestamp(0)) as older,
      (select (extract(epoch from min(quarter)) * 1000)::float8 from source_counts where ledger_id = $1 and quarter > to_timestamp(0)) as first`,
    [ledgerId],
  );
  const [told] = rows;
  return told === undefined || told.older === 0 || (told.first !== null && from >= told.first);
}
