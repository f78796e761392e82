import { z } from 'zod';

import { importSummarySchema } from './intake.ts';
import { mappingSchema } from './mapping.ts';
import { problemSchema } from './problem.ts';
import { instantSchema } from './time.ts';

/** Answer of `POST /v1/inspect`: what a file seems to be, from its first bytes. */
export const inspectionSchema = z.object({
  format: z.string(),
  gzip: z.boolean(),
  /** Columns of a table, attribute names of a log; empty where the format needs no mapping. */
  columns: z.array(z.string()),
  /** Those of them whose names say that they hold something of a person: they are never read. */
  personalColumns: z.array(z.string()),
  /** Up to 10 sample rows without the personal columns, only shown to the person who has the file; never stored. */
  sample: z.array(z.record(z.string(), z.string())),
  /** Shipped mappings whose columns are all there, best first. */
  mappings: z.array(z.object({ id: z.string(), mapping: mappingSchema })),
  /** A first guess for the person to correct; `null` where the format needs no mapping. */
  suggestion: mappingSchema.nullable(),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** `POST /v1/intake/{source}/file` answers NDJSON: progress lines, then one `done` or `failed`. */
export const importProgressSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('running'),
    import: z.string(),
    rows: z.number().int(),
    bytes: z.number().int(),
    totalBytes: z.number().int(),
  }),
  z.object({ state: z.literal('done'), summary: importSummarySchema }),
  z.object({ state: z.literal('failed'), problem: problemSchema }),
]);
export type ImportProgress = z.infer<typeof importProgressSchema>;

/** `GET /v1/imports`: what was imported, newest first. */
export const importEntrySchema = z.object({
  import: z.string(),
  source: z.string(),
  ledger: z.string(),
  format: z.string(),
  fileName: z.string().nullable(),
  fileHash: z.string(),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  quarantined: z.number().int(),
  retractedAt: instantSchema.nullable(),
});
export type ImportEntry = z.infer<typeof importEntrySchema>;
