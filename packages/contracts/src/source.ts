import { z } from 'zod';

import { mqttSchema, pullSchema } from './connector.ts';
import { cadenceSchema, freshnessSchema } from './freshness.ts';
import { ledgerNameSchema, sourceIdSchema, unitCodeSchema } from './ids.ts';
import { mappingSchema } from './mapping.ts';
import { namesSchema } from './names.ts';
import { noticeTypeSchema } from './notice.ts';
import { syslogSchema } from './syslog.ts';
import { instantSchema, zoneSchema } from './time.ts';

/** What an operator declares of a source before it may send. */
export const sourceConfigSchema = z.object({
  id: sourceIdSchema,
  names: z.object({ vi: z.string().max(200), en: z.string().max(200) }),
  ledger: ledgerNameSchema,
  /** Dossier codes are unique inside it; two sources that tell of the same dossiers share one. Default: the source's id. */
  namespace: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .optional(),
  /** Where two sources tell of one dossier, the lower rank wins, field by field. */
  rank: z.number().int().min(0).max(1000).default(100),
  zone: zoneSchema,
  cadence: cadenceSchema.optional(),
  owner: unitCodeSchema.optional(),
  center: z.string().max(40).optional(),
  /**
   * Types of the notices that it tells: a count of them rests on it also while it tells of none. A source that does not say so
   * is known to tell notices by the first one that it told.
   */
  notices: z.array(noticeTypeSchema).max(noticeTypeSchema.options.length).optional(),
  pull: pullSchema.optional(),
  mqtt: mqttSchema.optional(),
  syslog: syslogSchema.optional(),
  /** How what it pushes is read where it names a format that wants a mapping. */
  push: z.object({ mapping: z.union([mappingSchema, z.string().max(100)]) }).optional(),
});
export type SourceConfig = z.infer<typeof sourceConfigSchema>;

/** A source on the board: what it promised and how it keeps it. */
export const sourceStatusSchema = z.object({
  id: sourceIdSchema,
  names: namesSchema,
  ledger: ledgerNameSchema,
  center: z.string().nullable(),
  /** Types of the notices that it declared to tell; empty: none, or it did not say. */
  notices: z.array(noticeTypeSchema).default([]),
  freshness: freshnessSchema,
  /** Last contact of any kind, also an empty batch; age of contact is not age of data. */
  lastContactAt: instantSchema.nullable(),
  lastRecordAt: instantSchema.nullable(),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  quarantined: z.number().int(),
  conflicts: z.number().int(),
});
export type SourceStatus = z.infer<typeof sourceStatusSchema>;
