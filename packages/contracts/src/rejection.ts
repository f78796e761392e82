import { z } from 'zod';

/** Why one item was put into quarantine. */
export const rejectionReasonSchema = z.enum([
  'not-parseable',
  'missing-field',
  'bad-value',
  'bad-time',
  'bad-identity',
  'unknown-code',
  'unknown-kind',
  'ahead-of-clock',
  'too-large',
  'not-allowed',
]);
export type RejectionReason = z.infer<typeof rejectionReasonSchema>;

/** One item that could not be taken. It names places and never values, so it may be shown and logged. */
export const rejectionSchema = z.object({
  /** 1-based line, row, trace or entity number in its file or body. */
  line: z.number().int().min(1),
  reason: rejectionReasonSchema,
  fields: z.array(z.string().max(120)).max(20),
  /** One sentence for the person who has to mend it: the place and the remedy. */
  remedy: z.string().max(300),
});
export type Rejection = z.infer<typeof rejectionSchema>;

/**
 * By what something stopped to wait in quarantine: offered again by itself, read again with its file, taken back with its
 * import, or closed by a person who says that it will not come again.
 */
export const settledAsSchema = z.enum(['replayed', 'read-again', 'retracted', 'closed']);
export type SettledAs = z.infer<typeof settledAsSchema>;
