import { rejectionReasonSchema, type Instant, type SourceConduct } from '@flagtower/contracts';
import type { Silence } from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';
import { instantOf } from './instant.ts';

/** Days of a source's history that are kept and shown. */
export const conductDays = 90;

/** Silences that ended after `since`, the oldest first, by source. Epoch milliseconds. */
export async function readSilences(
  db: Queryable,
  ledgerId: number,
  { since, source }: { readonly since: number; readonly source: string | null },
): Promise<Map<string, Silence[]>> {
  const { rows } = await db.query<Silence & { source: string }>(
    `select source_id as source, (extract(epoch from from_at) * 1000)::float8 as from, (extract(epoch from until_at) * 1000)::float8 as until, missed
      from source_silences where ledger_id = $1 and until_at > to_timestamp($2::float8 / 1000) and ($3::text is null or source_id = $3)
      order by from_at`,
    [ledgerId, since, source],
  );
  return Map.groupBy(rows, (row) => row.source);
}

export interface Waiting {
  readonly waiting: number;
  /** Of these, records that can be offered again as they are. */
  readonly replayable: number;
}

/** What waits in quarantine of each source; one that is not there has nothing. */
export async function countWaiting(db: Queryable, ledgerId: number): Promise<Map<string, Waiting>> {
  const { rows } = await db.query<Waiting & { source: string }>(
    `select source_id as source, count(*)::float8 as waiting, count(record)::float8 as replayable from quarantine
      where ledger_id = $1 and replayed_at is null group by 1`,
    [ledgerId],
  );
  return new Map(rows.map(({ source, ...counts }) => [source, counts]));
}

const shownPlaces = 20;

/** What waits in quarantine of a source, by reason, the most frequent first. */
export async function readRefusals(
  db: Queryable,
  ledgerId: number,
  source: string,
): Promise<SourceConduct['quarantine']> {
  const { rows } = await db.query<{
    reason: string;
    count: number;
    lastAt: number;
    remedy: string;
    line: number;
    fields: string[];
    fileName: string | null;
    receivedAt: number;
  }>(
    `select q.reason, count::float8, last_at as "lastAt", first_value(q.remedy) over (partition by q.reason order by q.id desc) as remedy,
        q.line, q.fields, i.file_name as "fileName", (extract(epoch from q.received_at) * 1000)::float8 as "receivedAt"
      from (select *, count(*) over by_reason as count, (extract(epoch from max(received_at) over by_reason) * 1000)::float8 as last_at,
          row_number() over (partition by reason order by id desc) as n
        from quarantine where ledger_id = $1 and source_id = $2 and replayed_at is null window by_reason as (partition by reason)) q
      left join imports i on i.id = q.import_id where n <= $3 order by count desc, q.reason, q.id desc`,
    [ledgerId, source, shownPlaces],
  );
  return [...Map.groupBy(rows, ({ reason }) => reason)].map(([reason, [first, ...others]]) => {
    if (first === undefined) throw new TypeError('a group has a first row');
    return {
      reason: rejectionReasonSchema.parse(reason),
      count: first.count,
      lastAt: instantOf(first.lastAt),
      remedy: first.remedy,
      places: [first, ...others].map(({ line, fields, fileName, receivedAt }) => ({
        line,
        fields,
        fileName,
        receivedAt: instantOf(receivedAt),
      })),
    };
  });
}

export interface Reminder {
  readonly source: string;
  readonly at: Instant;
  /** The name that is shown of who reminded. */
  readonly by: string;
}

/** Newest first. `since`: epoch milliseconds, excluded. */
export async function readReminders(db: Queryable, ledgerId: number, since: number): Promise<Reminder[]> {
  const { rows } = await db.query<{ source: string; at: number; by: string }>(
    `select r.source_id as source, (extract(epoch from r.at) * 1000)::float8 as at, a.display_name as by
      from source_reminders r join accounts a on a.id = r.by
      where r.ledger_id = $1 and r.at > to_timestamp($2::float8 / 1000) order by r.at desc`,
    [ledgerId, since],
  );
  return rows.map(({ source, at, by }) => ({ source, at: instantOf(at), by }));
}

/** Writes down that somebody reminded a source's owner. `by`: the account's id. */
export async function addReminder(
  db: Queryable,
  { ledgerId, source, by, now }: { ledgerId: number; source: string; by: string; now: number },
): Promise<void> {
  await db.query(
    `insert into source_reminders (ledger_id, source_id, at, by) values ($1, $2, to_timestamp($3::float8 / 1000), $4) on conflict do nothing`,
    [ledgerId, source, now, by],
  );
}

/**
 * Lets silences and reminders go that ended before `before`, epoch milliseconds, and all but a source's newest `most` silences; counts
 * of quarter hours before it are put together.
 */
export async function forgetConduct(
  db: Queryable,
  ledgerId: number,
  { before, most }: { readonly before: number; readonly most: number },
): Promise<void> {
  await db.query(`delete from source_reminders where ledger_id = $1 and at < to_timestamp($2::float8 / 1000)`, [
    ledgerId,
    before,
  ]);
  await db.query(
    `delete from source_silences where (ledger_id, source_id, from_at) in (
      select ledger_id, source_id, from_at from (select *, row_number() over (partition by source_id order by from_at desc) as n
        from source_silences where ledger_id = $1) s where until_at < to_timestamp($2::float8 / 1000) or n > $3)`,
    [ledgerId, before, most],
  );
  await putTogetherCounts(db, ledgerId, before);
}

/** One statement: whoever reads meanwhile finds the same sums. A row of no source says from when on quarters are kept. */
async function putTogetherCounts(db: Queryable, ledgerId: number, before: number): Promise<void> {
  await db.query(
    `with gone as (delete from source_counts where ledger_id = $1 and quarter > to_timestamp(0) and quarter < to_timestamp($2::float8 / 1000) returning *),
      begin as (insert into source_counts values ($1, to_timestamp(ceil($2::float8 / 900000) * 900), '', 0, 0, 0, 0, 0) on conflict do nothing)
      insert into source_counts as c (ledger_id, quarter, source_id, accepted, duplicates, quarantined, conflicts, dropped)
      select ledger_id, to_timestamp(0), source_id, sum(accepted), sum(duplicates), sum(quarantined), sum(conflicts), sum(dropped) from gone group by 1, 3
      on conflict (ledger_id, quarter, source_id) do update set accepted = c.accepted + excluded.accepted, duplicates = c.duplicates + excluded.duplicates,
        quarantined = c.quarantined + excluded.quarantined, conflicts = c.conflicts + excluded.conflicts, dropped = c.dropped + excluded.dropped`,
    [ledgerId, before],
  );
}
