import type { PoolClient } from 'pg';

import { hashOfDay } from '../retention/seal-days.ts';
import type { Difference } from './verify-ledger.ts';

/**
 * Days whose readings are gone: their roll-ups are what they were when the day was sealed. A day that was told something
 * since then waits for its next seal.
 */
export async function compareSeals(client: PoolClient, ledgerId: number): Promise<Difference[]> {
  const { rows } = await client.query<{ feed: string; day: string; hash: string }>(
    `select feed, day, hash from sealed_days d where ledger_id = $1 and not exists (select from observations o where o.ledger_id = $1 and o.feed = d.feed
        and o.occurred_at >= (d.day::date::timestamp at time zone 'UTC') and o.occurred_at < ((d.day::date + 1)::timestamp at time zone 'UTC')) order by feed, day`,
    [ledgerId],
  );
  const differences: Difference[] = [];
  for (const { feed, day, hash } of rows) {
    const isWhole = (await hashOfDay(client, ledgerId, feed, day)) === hash;
    if (!isWhole) differences.push({ stage: 'seals', place: `${feed}|${day}`, stored: 0, expected: 1 });
  }
  return differences;
}
