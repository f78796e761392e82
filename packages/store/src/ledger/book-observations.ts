import type { Observation } from '@flagtower/contracts';
import type { PoolClient } from 'pg';

/** An accepted reading, with its place in the commit order. */
export interface TakenObservation {
  readonly seq: number;
  readonly hash: string;
  readonly observation: Observation;
}

const minuteMs = 60_000;

interface Reading {
  readonly version: number;
  readonly hash: string;
  readonly value: number | null;
}

/**
 * Brings latest values and minute roll-ups in line with a batch of readings. A later telling of a reading takes the
 * place of the earlier one, so what the earlier one added is taken back.
 */
export async function bookObservations(
  client: PoolClient,
  ledgerId: number,
  sourceId: string,
  taken: readonly TakenObservation[],
): Promise<void> {
  if (taken.length === 0) return;
  await writeLatest(client, ledgerId, sourceId, taken);
  const byRecord = Map.groupBy(taken, ({ observation }) => observation.recordId);
  const standingBefore = await readStanding(
    client,
    ledgerId,
    sourceId,
    [...byRecord.keys()],
    Math.min(...taken.map(({ seq }) => seq)),
  );
  const changes: RollupChange[] = [];
  for (const [recordId, tellings] of byRecord) {
    const before = standingBefore.get(recordId);
    let standing = before;
    let told: Observation | undefined;
    for (const { hash, observation } of tellings) {
      told = observation;
      const next = { version: observation.version, hash, value: observation.value };
      if (standing === undefined || stands(next, standing)) standing = next;
    }
    if (told === undefined || standing === undefined || standing === before) continue;
    const { feed, metric, occurredAt } = told;
    const place = { feed, metric, minute: Math.floor(Date.parse(occurredAt) / minuteMs) };
    if (before !== undefined) changes.push({ ...place, ...amount(before, -1) });
    changes.push({ ...place, ...amount(standing, 1) });
  }
  await addToRollups(client, ledgerId, sourceId, changes);
}

function stands(next: Reading, held: Reading): boolean {
  return next.version === held.version ? next.hash > held.hash : next.version > held.version;
}

function amount({ value }: Reading, sign: 1 | -1): { count: number; sum: number; absent: number } {
  return value === null ? { count: 0, sum: 0, absent: sign } : { count: sign, sum: sign * value, absent: 0 };
}

async function readStanding(
  client: PoolClient,
  ledgerId: number,
  sourceId: string,
  recordIds: readonly string[],
  beforeSeq: number,
): Promise<Map<string, Reading>> {
  const { rows } = await client.query<{ recordId: string; version: number; hash: string; value: number | null }>({
    name: 'standing-observations',
    text: `select distinct on (record_id) record_id as "recordId", version::float8, hash, value from observations
      where ledger_id = $1 and source_id = $2 and record_id = any($3::text[]) and seq < $4 and retracted_seq is null
      order by record_id, version desc, hash collate "C" desc`,
    values: [ledgerId, sourceId, recordIds, beforeSeq],
  });
  return new Map(rows.map(({ recordId, ...reading }) => [recordId, reading]));
}

export interface RollupChange {
  readonly feed: string;
  readonly metric: string;
  /** Minutes since 1970 UTC. */
  readonly minute: number;
  readonly count: number;
  readonly sum: number;
  readonly absent: number;
}

export async function addToRollups(
  client: PoolClient,
  ledgerId: number,
  sourceId: string,
  changes: readonly RollupChange[],
): Promise<void> {
  await client.query({
    name: 'add-to-rollups',
    text: `insert into minute_rollups (ledger_id, source_id, feed, metric, minute, n, sum, absent)
      select $1, $2, feed, metric, minute, sum(n), sum(sum), sum(absent)
      from unnest($3::text[], $4::text[], $5::int4[], $6::int4[], $7::float8[], $8::int4[]) as c(feed, metric, minute, n, sum, absent)
      group by feed, metric, minute
      on conflict (ledger_id, feed, metric, minute, source_id) do update
        set n = minute_rollups.n + excluded.n, sum = minute_rollups.sum + excluded.sum, absent = minute_rollups.absent + excluded.absent`,
    values: [
      ledgerId,
      sourceId,
      changes.map(({ feed }) => feed),
      changes.map(({ metric }) => metric),
      changes.map(({ minute }) => minute),
      changes.map(({ count }) => count),
      changes.map(({ sum }) => sum),
      changes.map(({ absent }) => absent),
    ],
  });
}

/**
 * One row a thing and metric: the newest occurrence, then the highest version, then the hash; arrival does not matter, but
 * where two sources tell the very same the first one stands.
 */
async function writeLatest(
  client: PoolClient,
  ledgerId: number,
  sourceId: string,
  taken: readonly TakenObservation[],
): Promise<void> {
  const newest = new Map<string, TakenObservation>();
  for (const next of taken) {
    const key = `${next.observation.feed}\u0000${next.observation.entity}\u0000${next.observation.metric}`;
    const held = newest.get(key);
    if (held === undefined || isNewer(next, held)) newest.set(key, next);
  }
  const rows = [...newest.values()];
  await client.query({
    name: 'write-latest',
    text: `insert into latest_values (ledger_id, source_id, seq, feed, entity, metric, occurred_at, version, hash, value, absent, unit_of_measure, quality, lon, lat, bearing, grp)
      select $1, $2, seq, feed, entity, metric, occurred_at::timestamptz, version, hash, value, absent, unit_of_measure, quality, lon, lat, bearing, grp
      from unnest($3::int8[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int8[], $9::text[], $10::float8[], $11::text[], $12::text[], $13::text[], $14::float8[], $15::float8[], $16::float4[], $17::text[])
        as l(seq, feed, entity, metric, occurred_at, version, hash, value, absent, unit_of_measure, quality, lon, lat, bearing, grp)
      on conflict (ledger_id, feed, entity, metric) do update set source_id = excluded.source_id, seq = excluded.seq, occurred_at = excluded.occurred_at, version = excluded.version, hash = excluded.hash,
        value = excluded.value, absent = excluded.absent, unit_of_measure = excluded.unit_of_measure, quality = excluded.quality, lon = excluded.lon, lat = excluded.lat, bearing = excluded.bearing, grp = excluded.grp
      where (excluded.occurred_at, excluded.version, excluded.hash collate "C") > (latest_values.occurred_at, latest_values.version, latest_values.hash collate "C")`,
    values: [
      ledgerId,
      sourceId,
      rows.map(({ seq }) => seq),
      rows.map(({ observation }) => observation.feed),
      rows.map(({ observation }) => observation.entity),
      rows.map(({ observation }) => observation.metric),
      rows.map(({ observation }) => observation.occurredAt),
      rows.map(({ observation }) => observation.version),
      rows.map(({ hash }) => hash),
      rows.map(({ observation }) => observation.value),
      rows.map(({ observation }) => observation.absent ?? null),
      rows.map(({ observation }) => observation.unitOfMeasure),
      rows.map(({ observation }) => observation.quality),
      rows.map(({ observation }) => observation.point?.[0] ?? null),
      rows.map(({ observation }) => observation.point?.[1] ?? null),
      rows.map(({ observation }) => observation.bearing ?? null),
      rows.map(({ observation }) => observation.group ?? null),
    ],
  });
}

function isNewer(next: TakenObservation, held: TakenObservation): boolean {
  const a = next.observation;
  const b = held.observation;
  if (a.occurredAt !== b.occurredAt) return a.occurredAt > b.occurredAt;
  return a.version === b.version ? next.hash > held.hash : a.version > b.version;
}
