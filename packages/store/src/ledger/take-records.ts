import type { FlagtowerRecord, Observation } from '@flagtower/contracts';
import type { PoolClient } from 'pg';

import { plainArray } from './array-text.ts';
import { dossierKey, identityOf } from './identity.ts';

/** A record that this batch offers, with the place it will have if it is new. */
export interface Offered {
  readonly seq: number;
  readonly record: FlagtowerRecord;
  readonly hash: string;
  readonly identity: string;
}

export interface Taking {
  readonly ledgerId: number;
  readonly source: { readonly id: string; readonly namespace: string };
  readonly importId: string | null;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
}

/** Numbers records from `firstSeq` and leaves out those that this very batch told before. */
export function offer(source: string, records: readonly FlagtowerRecord[], firstSeq: number): Offered[] {
  const once = new Map<string, Offered>();
  for (const [index, record] of records.entries()) {
    const identity = identityOf(source, record);
    if (!once.has(identity.identity)) once.set(identity.identity, { seq: firstSeq + index, record, ...identity });
  }
  return [...once.values()];
}

/** Writes what is new and returns it; what was told before is left out, whatever its source calls it now. */
export async function takeRecords(client: PoolClient, taking: Taking, offered: readonly Offered[]): Promise<Offered[]> {
  const measured: (Offered & { record: Observation })[] = [];
  const others: Offered[] = [];
  for (const item of offered) {
    if (item.record.kind === 'observation') measured.push({ ...item, record: item.record });
    else others.push(item);
  }
  const taken = new Set([
    ...(await insertRecords(client, taking, others)),
    ...(await insertObservations(client, taking, measured)),
  ]);
  return offered.filter(({ seq }) => taken.has(seq));
}

async function insertRecords(
  client: PoolClient,
  { ledgerId, source, importId, recordedAt }: Taking,
  offered: readonly Offered[],
): Promise<number[]> {
  if (offered.length === 0) return [];
  const { rows } = await client.query<{ seq: number }>({
    name: 'insert-records',
    text: `insert into records (ledger_id, source_id, import_id, recorded_at, seq, kind, record_id, version, identity, hash, dossier, occurred_at, payload)
      select $1, $2, $3, to_timestamp($4::float8 / 1000), seq, kind, record_id, version, identity, hash, dossier, occurred_at::timestamptz, payload::jsonb
      from unnest($5::int8[], $6::text[], $7::text[], $8::int8[], $9::uuid[], $10::text[], $11::uuid[], $12::text[], string_to_array($13::text, E'\\n'))
        as r(seq, kind, record_id, version, identity, hash, dossier, occurred_at, payload)
      on conflict (ledger_id, identity) where retracted_seq is null do nothing returning seq::float8`,
    values: [
      ledgerId,
      source.id,
      importId,
      recordedAt,
      plainArray(offered.map(({ seq }) => seq)),
      plainArray(offered.map(({ record }) => record.kind)),
      offered.map(({ record }) => record.recordId),
      plainArray(offered.map(({ record }) => record.version)),
      plainArray(offered.map(({ identity }) => identity)),
      plainArray(offered.map(({ hash }) => hash)),
      plainArray(
        offered.map(({ record }) =>
          record.kind === 'dossier-event' ? dossierKey(source.namespace, record.caseKind, record.dossier) : null,
        ),
      ),
      plainArray(offered.map(({ record }) => record.occurredAt)),
      // JSON holds no line break, and one text needs no quoting where an array of texts does.
      offered.map(({ record }) => JSON.stringify(record)).join('\n'),
    ],
  });
  return rows.map(({ seq }) => seq);
}

async function insertObservations(
  client: PoolClient,
  { ledgerId, source, importId, recordedAt }: Taking,
  offered: readonly (Offered & { record: Observation })[],
): Promise<number[]> {
  if (offered.length === 0) return [];
  const { rows } = await client.query<{ seq: number }>({
    name: 'insert-observations',
    text: `insert into observations (ledger_id, source_id, import_id, recorded_at, seq, record_id, version, identity, hash, feed, entity, metric, value, absent, unit_of_measure, quality, lon, lat, bearing, grp, occurred_at, period_from)
      select $1, $2, $3, to_timestamp($4::float8 / 1000), seq, record_id, version, identity, hash, feed, entity, metric, value, absent, unit_of_measure, quality, lon, lat, bearing, grp, occurred_at::timestamptz, period_from::timestamptz
      from unnest($5::int8[], $6::text[], $7::int8[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::text[], $13::float8[], $14::text[], $15::text[], $16::text[], $17::float8[], $18::float8[], $19::float4[], $20::text[], $21::text[], $22::text[])
        as o(seq, record_id, version, identity, hash, feed, entity, metric, value, absent, unit_of_measure, quality, lon, lat, bearing, grp, occurred_at, period_from)
      on conflict (ledger_id, identity) where retracted_seq is null do nothing returning seq::float8`,
    values: [
      ledgerId,
      source.id,
      importId,
      recordedAt,
      plainArray(offered.map(({ seq }) => seq)),
      offered.map(({ record }) => record.recordId),
      plainArray(offered.map(({ record }) => record.version)),
      plainArray(offered.map(({ identity }) => identity)),
      plainArray(offered.map(({ hash }) => hash)),
      offered.map(({ record }) => record.feed),
      offered.map(({ record }) => record.entity),
      offered.map(({ record }) => record.metric),
      offered.map(({ record }) => record.value),
      offered.map(({ record }) => record.absent ?? null),
      offered.map(({ record }) => record.unitOfMeasure),
      offered.map(({ record }) => record.quality),
      offered.map(({ record }) => record.point?.[0] ?? null),
      offered.map(({ record }) => record.point?.[1] ?? null),
      offered.map(({ record }) => record.bearing ?? null),
      offered.map(({ record }) => record.group ?? null),
      offered.map(({ record }) => record.occurredAt),
      offered.map(({ record }) => record.periodFrom ?? null),
    ],
  });
  return rows.map(({ seq }) => seq);
}
