import { missedContacts } from '@flagtower/domain';
import type { PoolClient } from 'pg';

import type { Batch } from './batch.ts';
import type { Offered } from './take-records.ts';

export interface Contact {
  readonly taken: readonly Offered[];
  readonly duplicates: number;
  readonly quarantined: number;
  readonly conflicts: number;
}

/** An empty batch is a sign of life too. Whatever trouble there was is over, and a silence that it ends is written down. */
export async function countContact(
  client: PoolClient,
  { ledger, source, now }: Batch,
  { taken, duplicates, quarantined, conflicts }: Contact,
): Promise<void> {
  const newest = taken.reduce((latest, { record }) => (record.occurredAt > latest ? record.occurredAt : latest), '');
  const { rows } = await client.query<{ before: number | null }>({
    name: 'count-contact',
    text: `with held as (select last_contact_at as at from sources where ledger_id = $1 and id = $2),
      counted as (insert into source_counts as c (ledger_id, source_id, quarter, accepted, duplicates, quarantined, conflicts)
        select $1, $2, to_timestamp(floor($3::float8 / 900000) * 900), $5::int8, $6::int8, $7::int8, $8::int8 where $5::int8 + $6::int8 + $7::int8 + $8::int8 > 0
        on conflict (ledger_id, quarter, source_id) do update set accepted = c.accepted + excluded.accepted, duplicates = c.duplicates + excluded.duplicates,
          quarantined = c.quarantined + excluded.quarantined, conflicts = c.conflicts + excluded.conflicts)
      update sources set last_contact_at = greatest(last_contact_at, to_timestamp($3::float8 / 1000)), last_record_at = greatest(last_record_at, nullif($4, '')::timestamptz),
        observed_since = coalesce(observed_since, to_timestamp($3::float8 / 1000)), trouble = null,
        accepted = accepted + $5::int8, duplicates = duplicates + $6::int8, quarantined = quarantined + $7::int8, conflicts = conflicts + $8::int8
      from held where ledger_id = $1 and id = $2 returning (extract(epoch from held.at) * 1000)::float8 as before`,
    values: [ledger.id, source.id, now, newest, taken.length, duplicates, quarantined, conflicts],
  });
  const before = rows[0]?.before ?? null;
  const { cadence } = source.config;
  if (before === null || cadence === undefined) return;
  const missed = missedContacts(before, now, cadence);
  if (missed > 0)
    await client.query({
      name: 'note-silence',
      text: `insert into source_silences (ledger_id, source_id, from_at, until_at, missed)
        values ($1, $2, to_timestamp($3::float8 / 1000), to_timestamp($4::float8 / 1000), $5) on conflict do nothing`,
      values: [ledger.id, source.id, before, now, Math.min(missed, 2_147_483_647)],
    });
}
