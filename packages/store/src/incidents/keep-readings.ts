import type { PoolClient } from 'pg';

import type { Judged } from './judged-readings.ts';

/** Whose readings are kept, and the commit that finds them to matter. */
export interface Keeping {
  readonly ledgerId: number;
  readonly zone: string;
  readonly knownSeq: number;
}

/** Keeps observations of the ledger with their judgement; what is kept already stays as it was judged first. */
export async function keepReadings(
  client: PoolClient,
  { ledgerId, knownSeq }: Keeping,
  judged: readonly Judged[],
): Promise<void> {
  if (judged.length === 0) return;
  await client.query({
    name: 'keep-threshold-readings',
    text: `insert into threshold_readings (ledger_id, threshold, seq, booked_seq, source_id, record_id, version, hash, entity, occurred_at, recorded_at, value, severity, holds, for_minutes, unit_of_measure, lon, lat, import_id)
      select $1, j.threshold, o.seq, $2, o.source_id, o.record_id, o.version, o.hash, o.entity, o.occurred_at, o.recorded_at, o.value, j.severity, j.holds, j.for_minutes, o.unit_of_measure, o.lon, o.lat, o.import_id
      from unnest($3::text[], $4::int8[], $5::int2[], $6::int2[], $7::float8[]) as j(threshold, seq, severity, holds, for_minutes)
        join observations o on o.ledger_id = $1 and o.seq = j.seq
      on conflict (ledger_id, threshold, seq) do nothing`,
    values: [
      ledgerId,
      knownSeq,
      judged.map(({ threshold }) => threshold.id),
      judged.map(({ reading }) => reading.seq),
      judged.map(({ severity }) => severity),
      judged.map(({ holds }) => holds),
      judged.map(({ threshold }) => threshold.forMinutes.beyond),
    ],
  });
}
