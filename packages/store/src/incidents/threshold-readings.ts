import { incidentSeveritySchema } from '@flagtower/contracts';
import type { ThresholdReading } from '@flagtower/domain';
import { z } from 'zod';

import type { Queryable } from '../ledger/queryable.ts';
import { incidentId } from './incident-ids.ts';

const rowSchema = z.object({
  threshold: z.string(),
  entity: z.string(),
  source: z.string(),
  recordId: z.string(),
  version: z.number(),
  hash: z.string(),
  occurredAt: z.number(),
  recordedAt: z.number(),
  seq: z.number(),
  value: z.number().nullable(),
  severity: z.union([z.literal(0), incidentSeveritySchema]),
  holds: z.union([z.literal(0), incidentSeveritySchema]),
  forMinutes: z.number(),
  unitOfMeasure: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
});

/**
 * What thresholds kept and is known at a commit, and not retracted by then.
 * @param after only what occurred after this moment, epoch milliseconds
 */
export async function readThresholdReadings(
  db: Queryable,
  ledgerId: number,
  { knownSeq, after }: { readonly knownSeq: number; readonly after: number },
): Promise<ThresholdReading[]> {
  const { rows } = await db.query(
    `select threshold, entity, source_id as source, record_id as "recordId", version::float8, hash, (extract(epoch from occurred_at) * 1000)::float8 as "occurredAt",
        (extract(epoch from recorded_at) * 1000)::float8 as "recordedAt", seq::float8, value, severity, holds, for_minutes as "forMinutes", unit_of_measure as "unitOfMeasure", lon, lat
      from threshold_readings where ledger_id = $1 and seq <= $2 and (retracted_seq is null or retracted_seq > $2) and occurred_at > to_timestamp($3::float8 / 1000) order by seq`,
    [ledgerId, knownSeq, after],
  );
  return rows.map((row) => {
    const { lon, lat, occurredAt, recordedAt, ...rest } = rowSchema.parse(row);
    return {
      ...rest,
      id: incidentId('c', rest.source, rest.threshold, rest.recordId),
      occurredAt: Math.round(occurredAt),
      recordedAt: Math.round(recordedAt),
      point: lon === null || lat === null ? null : [lon, lat],
    };
  });
}
