import type { Formula } from '@flagtower/contracts';

import type { Queryable } from '../ledger/queryable.ts';

interface Question {
  readonly ledgerId: number;
  readonly feed: string;
  readonly formula: Extract<Formula, { kind: 'observation' }>;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly knownSeq: number;
  readonly things: readonly string[];
}

/** A reading that stands: known at the cut, not retracted by then, and not replaced by a later telling of it. */
const standing = `o.ledger_id = $1 and o.feed = $2 and o.metric = $3 and o.entity = t.entity and o.value is not null and o.occurred_at <= to_timestamp($4::float8 / 1000)
    and o.seq <= $5 and (o.retracted_seq is null or o.retracted_seq > $5)
    and not exists (select from observations n where n.ledger_id = $1 and n.source_id = o.source_id and n.record_id = o.record_id and n.seq <= $5
      and (n.retracted_seq is null or n.retracted_seq > $5) and (n.version, n.hash collate "C") > (o.version, o.hash collate "C"))`;

/**
 * Since when each thing's value has been on the side on which it is: inside or outside the bounds of a `latest-inside`, nothing or
 * something above the line of a `latest-ratio`. Epoch milliseconds of the first reading there; a thing that was never seen on
 * the other side is absent, since nobody told when it came to be so.
 */
export async function readUnchangedSince(db: Queryable, question: Question): Promise<Map<string, number>> {
  const { formula, ledgerId, feed, at, knownSeq, things } = question;
  const bounds = boundsOf(formula);
  if (bounds === null || things.length === 0) return new Map();
  const { rows } = await db.query<{ entity: string; since: number }>(
    `select t.entity, (extract(epoch from began.occurred_at) * 1000)::float8 as since
      from unnest($6::text[]) as t(entity)
        cross join lateral (select o.value between $7 and $8 as inside from observations o where ${standing} order by o.occurred_at desc, o.version desc, o.hash collate "C" desc limit 1) now
        cross join lateral (select o.occurred_at from observations o where ${standing} and (o.value between $7 and $8) <> now.inside order by o.occurred_at desc limit 1) other
        cross join lateral (select o.occurred_at from observations o where ${standing} and o.occurred_at > other.occurred_at order by o.occurred_at limit 1) began`,
    [ledgerId, feed, formula.metric, at, knownSeq, things, ...bounds],
  );
  return new Map(rows.map(({ entity, since }) => [entity, since]));
}

/**
 * What each thing measures, of a figure that counts the things between two bounds: their rows say only whether they are in it.
 * A thing without a value is absent, and so are all of any other figure.
 */
export async function readCountedReadings(
  db: Queryable,
  { formula, ledgerId, feed, at, knownSeq, things }: Question,
): Promise<Map<string, { readonly value: number; readonly unitOfMeasure: string }>> {
  if (formula.statistic !== 'latest-inside' || things.length === 0) return new Map();
  const { rows } = await db.query<{ entity: string; value: number; unitOfMeasure: string }>(
    `select t.entity, now.value, now.unit_of_measure as "unitOfMeasure" from unnest($6::text[]) as t(entity)
      cross join lateral (select o.value, o.unit_of_measure from observations o where ${standing} order by o.occurred_at desc, o.version desc, o.hash collate "C" desc limit 1) now`,
    [ledgerId, feed, formula.metric, at, knownSeq, things],
  );
  return new Map(rows.map(({ entity, ...reading }) => [entity, reading]));
}

function boundsOf({ statistic, low = -Infinity, high = Infinity }: Question['formula']): [number, number] | null {
  if (statistic === 'latest-inside') return [low, high];
  return statistic === 'latest-ratio' ? [0, 0] : null;
}
