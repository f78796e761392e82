import type { Threshold } from '@flagtower/contracts';
import type { PoolClient } from 'pg';

import type { TakenObservation } from '../ledger/book-observations.ts';
import { judgedReadings, type Judgeable, type Judged } from './judged-readings.ts';
import { keepReadings, type Keeping } from './keep-readings.ts';
import { otherTellings, readingsThatFollow } from './readings-that-follow.ts';

export interface ThresholdBooking extends Keeping {
  readonly sourceId: string;
}

interface Reading extends Judgeable {
  readonly recordId: string;
}

/**
 * Keeps of a batch's readings what incidents are told from, in whatever order they arrive: all values beyond a threshold, and after each
 * of them all up to the first that clears it, with every telling of their records. A fold of what is kept is the fold of all. An ordinary
 * value of an ordinary thing costs one look and keeps nothing.
 */
export async function bookThresholds(
  client: PoolClient,
  booking: ThresholdBooking,
  thresholds: readonly Threshold[],
  taken: readonly TakenObservation[],
): Promise<void> {
  const readings = taken.map(({ seq, observation }): Reading => ({ ...observation, seq }));
  const judged = judgedReadings(thresholds, booking.zone, readings);
  if (judged.length === 0) return;
  const quiet = judged.filter(({ severity }) => severity === 0);
  const kept: Judged[] = [
    ...judged.filter(({ severity }) => severity > 0),
    ...(await mattering(client, booking, quiet)),
  ];
  if (kept.length === 0) return;
  await keepReadings(client, booking, kept);
  await keepWhatFollows(client, booking, kept);
}

/** What a retraction takes out may have ended something: what came after it matters now. To be asked once the retraction is written. */
export async function bookRetraction(
  client: PoolClient,
  keeping: Keeping,
  thresholds: readonly Threshold[],
): Promise<void> {
  const { ledgerId, knownSeq } = keeping;
  const { rows } = await client.query<{ threshold: string; seq: number }>(
    `select threshold, seq::float8 from threshold_readings where ledger_id = $1 and retracted_seq = $2`,
    [ledgerId, knownSeq],
  );
  const gone = rows.flatMap((row) => {
    const threshold = thresholds.find(({ id }) => id === row.threshold);
    return threshold === undefined ? [] : [{ threshold, seq: row.seq }];
  });
  if (gone.length > 0) await keepReadings(client, keeping, await readingsThatFollow(client, keeping, gone));
}

/** Keeps what a reading that is kept makes matter: the other tellings of its record, and what came after them. */
async function keepWhatFollows(client: PoolClient, booking: Keeping, kept: readonly Judged[]): Promise<void> {
  const positions = kept.map(({ threshold, reading: { seq } }) => ({ threshold, seq }));
  const others = await otherTellings(client, booking, positions);
  await keepReadings(client, booking, others);
  const all = [...positions, ...others.map(({ threshold, reading: { seq } }) => ({ threshold, seq }))];
  await keepReadings(client, booking, await readingsThatFollow(client, booking, all));
}

/** Values that do not reach a threshold, but end something or let it go on, and those that correct a value that is kept. */
async function mattering(
  client: PoolClient,
  { ledgerId, sourceId }: ThresholdBooking,
  quiet: readonly Judged<Reading>[],
): Promise<Judged<Reading>[]> {
  if (quiet.length === 0) return [];
  const { rows } = await client.query<{ place: number }>({
    name: 'mattering-readings',
    text: `select place::int from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::bool[]) with ordinality as o(threshold, entity, record_id, occurred_at, is_value, place)
      where o.is_value and coalesce((select k.holds > 0 or k.occurred_at = o.occurred_at::timestamptz from threshold_readings k
          where k.ledger_id = $1 and k.threshold = o.threshold and k.entity = o.entity and k.occurred_at <= o.occurred_at::timestamptz and k.value is not null and k.retracted_seq is null
            and not exists (select from threshold_readings c where c.ledger_id = $1 and c.threshold = k.threshold and c.source_id = k.source_id and c.record_id = k.record_id
              and c.retracted_seq is null and (c.version, c.hash collate "C") > (k.version, k.hash collate "C"))
          order by k.occurred_at desc, k.holds desc limit 1), false)
        or exists (select from threshold_readings k where k.ledger_id = $1 and k.threshold = o.threshold and k.source_id = $2 and k.record_id = o.record_id)`,
    values: [
      ledgerId,
      sourceId,
      quiet.map(({ threshold }) => threshold.id),
      quiet.map(({ reading }) => reading.entity),
      quiet.map(({ reading }) => reading.recordId),
      quiet.map(({ reading }) => reading.occurredAt),
      quiet.map(({ reading }) => reading.value !== null),
    ],
  });
  return rows.flatMap(({ place }) => quiet[place - 1] ?? []);
}
