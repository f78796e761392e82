import type { Threshold } from '@flagtower/contracts';
import { localDay, severityOfValue } from '@flagtower/domain';
import type { PoolClient } from 'pg';

import type { TakenObservation } from '../ledger/book-observations.ts';

export interface ThresholdBooking {
  readonly ledgerId: number;
  readonly zone: string;
  readonly sourceId: string;
  readonly importId: string | null;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
  readonly knownSeq: number;
}

interface Judged extends TakenObservation {
  readonly threshold: Threshold;
  readonly severity: number;
}

/**
 * Keeps of a batch's readings what incidents are told from: values beyond a threshold, and the first ordinary value after each
 * of them, in whatever order they arrive. An ordinary value of an ordinary thing costs one look and keeps nothing.
 */
export async function bookThresholds(
  client: PoolClient,
  booking: ThresholdBooking,
  thresholds: readonly Threshold[],
  taken: readonly TakenObservation[],
): Promise<void> {
  const judged = thresholds.flatMap((threshold) =>
    taken
      .filter(({ observation }) => observation.feed === threshold.feed && observation.metric === threshold.metric)
      .filter(({ observation }) => localDay(Date.parse(observation.occurredAt), booking.zone) >= threshold.validFrom)
      .map((each): Judged => {
        const { value } = each.observation;
        return { ...each, threshold, severity: value === null ? 0 : severityOfValue(threshold, value) };
      }),
  );
  if (judged.length === 0) return;
  const beyond = judged.filter(({ severity }) => severity > 0);
  await keep(client, booking, beyond);
  await keep(
    client,
    booking,
    await endsAmong(
      client,
      booking,
      judged.filter(({ severity }) => severity === 0),
    ),
  );
  await keepNextOrdinary(client, booking, beyond);
}

async function keep(client: PoolClient, booking: ThresholdBooking, judged: readonly Judged[]): Promise<void> {
  if (judged.length === 0) return;
  const { ledgerId, sourceId, importId, recordedAt, knownSeq } = booking;
  const of = <Value>(get: (observation: Judged['observation']) => Value): Value[] =>
    judged.map(({ observation }) => get(observation));
  await client.query({
    name: 'keep-threshold-readings',
    text: `insert into threshold_readings (ledger_id, source_id, import_id, recorded_at, booked_seq, threshold, seq, record_id, version, hash, entity, occurred_at, value, severity, unit_of_measure, lon, lat)
      select $1, $2, $3, to_timestamp($4::float8 / 1000), $5, threshold, seq, record_id, version, hash, entity, occurred_at::timestamptz, value, severity, unit_of_measure, lon, lat
      from unnest($6::text[], $7::int8[], $8::text[], $9::int8[], $10::text[], $11::text[], $12::text[], $13::float8[], $14::int2[], $15::text[], $16::float8[], $17::float8[])
        as r(threshold, seq, record_id, version, hash, entity, occurred_at, value, severity, unit_of_measure, lon, lat)
      on conflict (ledger_id, threshold, seq) do nothing`,
    values: [
      ledgerId,
      sourceId,
      importId,
      recordedAt,
      knownSeq,
      judged.map(({ threshold }) => threshold.id),
      judged.map(({ seq }) => seq),
      of(({ recordId }) => recordId),
      of(({ version }) => version),
      judged.map(({ hash }) => hash),
      of(({ entity }) => entity),
      of(({ occurredAt }) => occurredAt),
      of(({ value }) => value),
      judged.map(({ severity }) => severity),
      of(({ unitOfMeasure }) => unitOfMeasure),
      of(({ point }) => point?.[0] ?? null),
      of(({ point }) => point?.[1] ?? null),
    ],
  });
}

/** Ordinary values that end something, and those that correct a value that is kept. */
async function endsAmong(
  client: PoolClient,
  { ledgerId, sourceId }: ThresholdBooking,
  ordinary: readonly Judged[],
): Promise<Judged[]> {
  if (ordinary.length === 0) return [];
  const { rows } = await client.query<{ place: number }>({
    name: 'threshold-ends',
    text: `select place::int from unnest($3::text[], $4::text[], $5::text[], $6::text[]) with ordinality as o(threshold, entity, record_id, occurred_at, place)
      where coalesce((select k.severity from threshold_readings k where k.ledger_id = $1 and k.threshold = o.threshold and k.entity = o.entity
          and k.occurred_at <= o.occurred_at::timestamptz and k.value is not null and k.retracted_seq is null order by k.occurred_at desc, k.version desc, k.hash collate "C" desc limit 1), 0) > 0
        or exists (select from threshold_readings k where k.ledger_id = $1 and k.threshold = o.threshold and k.entity = o.entity and k.source_id = $2 and k.record_id = o.record_id)`,
    values: [
      ledgerId,
      sourceId,
      ordinary.map(({ threshold }) => threshold.id),
      ordinary.map(({ observation }) => observation.entity),
      ordinary.map(({ observation }) => observation.recordId),
      ordinary.map(({ observation }) => observation.occurredAt),
    ],
  });
  return rows.flatMap(({ place }) => ordinary[place - 1] ?? []);
}

/** A late value may have its end behind it already: an ordinary one that ended nothing when it came. */
async function keepNextOrdinary(
  client: PoolClient,
  { ledgerId, knownSeq }: ThresholdBooking,
  beyond: readonly Judged[],
): Promise<void> {
  if (beyond.length === 0) return;
  await client.query({
    name: 'keep-next-ordinary',
    text: `insert into threshold_readings (ledger_id, threshold, seq, booked_seq, source_id, record_id, version, hash, entity, occurred_at, recorded_at, value, severity, unit_of_measure, lon, lat, import_id)
      select $1, b.threshold, n.seq, $2, n.source_id, n.record_id, n.version, n.hash, n.entity, n.occurred_at, n.recorded_at, n.value, 0, n.unit_of_measure, n.lon, n.lat, n.import_id
      from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) as b(threshold, feed, metric, entity, occurred_at)
        join latest_values l on l.ledger_id = $1 and l.feed = b.feed and l.metric = b.metric and l.entity = b.entity and l.occurred_at > b.occurred_at::timestamptz
        cross join lateral (select * from observations o where o.ledger_id = $1 and o.feed = b.feed and o.metric = b.metric and o.entity = b.entity
          and o.occurred_at > b.occurred_at::timestamptz and o.value is not null and o.retracted_seq is null
          order by o.occurred_at, o.version desc, o.hash collate "C" desc limit 1) n
      on conflict (ledger_id, threshold, seq) do nothing`,
    values: [
      ledgerId,
      knownSeq,
      beyond.map(({ threshold }) => threshold.id),
      beyond.map(({ threshold }) => threshold.feed),
      beyond.map(({ threshold }) => threshold.metric),
      beyond.map(({ observation }) => observation.entity),
      beyond.map(({ observation }) => observation.occurredAt),
    ],
  });
}
