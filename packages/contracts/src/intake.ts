import { z } from 'zod';

import { ledgerNameSchema, sourceIdSchema } from './ids.ts';
import { rejectionSchema } from './rejection.ts';
import { instantSchema } from './time.ts';

/** Answer of `POST /v1/intake/{source}`: given after the commit, so what it counts is durable. */
export const intakeAnswerSchema = z.object({
  source: sourceIdSchema,
  ledger: ledgerNameSchema,
  accepted: z.number().int(),
  duplicates: z.number().int(),
  quarantined: z.number().int(),
  /** Everything of this body is known at this position. */
  knownSeq: z.number().int(),
  /** The first 100 rejections; all are in quarantine. */
  rejections: z.array(rejectionSchema).max(100),
});
export type IntakeAnswer = z.infer<typeof intakeAnswerSchema>;

/** How an import ended: the line that `import --json` prints and the import page shows. */
export const importSummarySchema = z.object({
  import: z.string(),
  source: sourceIdSchema,
  ledger: ledgerNameSchema,
  format: z.string(),
  dryRun: z.boolean(),
  rows: z.number().int(),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  quarantined: z.number().int(),
  reasons: z.record(z.string(), z.number().int()),
  dossiers: z.number().int(),
  events: z.number().int(),
  observations: z.number().int(),
  notices: z.number().int(),
  reports: z.number().int(),
  catalogueItems: z.number().int(),
  firstAt: instantSchema.nullable(),
  lastAt: instantSchema.nullable(),
  zone: z.string(),
  /** Things worth knowing that are no rejections: `ends-before-start`, `publication-time-missing`, counts by name. */
  remarks: z.record(z.string(), z.number().int()),
  seconds: z.number(),
  peakRssMb: z.number(),
  knownSeq: z.number().int(),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;
