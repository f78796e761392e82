import type { FlagtowerRecord, Rejection } from '@flagtower/contracts';
import type { PoolClient } from 'pg';

/** An item that was not taken; `record` where it was a sound record that may be taken later. */
export interface Quarantined {
  readonly rejection: Rejection;
  readonly record: FlagtowerRecord | null;
}

export interface QuarantinePlace {
  readonly ledgerId: number;
  readonly sourceId: string;
  readonly importId: string | null;
  readonly fileHash: string | null;
  /** In which its times were read. */
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

export async function quarantineAll(
  client: PoolClient,
  place: QuarantinePlace,
  items: readonly Quarantined[],
): Promise<void> {
  if (items.length === 0) return;
  await client.query({
    name: 'quarantine',
    text: `insert into quarantine (ledger_id, source_id, import_id, file_hash, received_at, zone, line, reason, fields, remedy, record)
      select $1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6, line, reason, string_to_array(fields, E'\\n'), remedy, record::jsonb
      from unnest($7::int4[], $8::text[], $9::text[], $10::text[], $11::text[]) as q(line, reason, fields, remedy, record)`,
    values: [
      place.ledgerId,
      place.sourceId,
      place.importId,
      place.fileHash,
      place.receivedAt,
      place.zone,
      items.map(({ rejection }) => rejection.line),
      items.map(({ rejection }) => rejection.reason),
      items.map(({ rejection }) => rejection.fields.join('\n')),
      items.map(({ rejection }) => rejection.remedy),
      items.map(({ record }) => (record === null ? null : JSON.stringify(record))),
    ],
  });
}
