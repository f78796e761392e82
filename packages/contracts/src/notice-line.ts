import { z } from 'zod';

import { sourceIdSchema } from './ids.ts';
import { noticeSchema } from './notice.ts';
import { instantSchema } from './time.ts';

/**
 * How a notice stands at a cut: `active`, not begun (`waiting`), past its own end (`over`), ended by its sender (`ended`), gone on as
 * another notice (`replaced`), or never real: an exercise, a test, a draft (`not-real`).
 */
export const noticeStandingSchema = z.enum(['active', 'waiting', 'over', 'ended', 'replaced', 'not-real']);

/** One telling of a notice, with the record as it is kept. */
export const noticeTellingSchema = z.object({
  source: sourceIdSchema,
  /** The commit that took it, and when that was. */
  seq: z.number().int(),
  recordedAt: instantSchema,
  /** The first 24 hexadecimal digits of the SHA-256 of the record's content: two tellings with one hash say the same. */
  hash: z.string(),
  record: noticeSchema,
});
export type NoticeTelling = z.infer<typeof noticeTellingSchema>;

/** A notice with everything that it goes back to and went on as. */
export const noticeLineSchema = z.object({
  id: z.string(),
  standing: noticeStandingSchema,
  /** Of every notice of the line, by its id. */
  standings: z.record(z.string(), noticeStandingSchema),
  /** Oldest first, by the time that their sender gave them. */
  tellings: z.array(noticeTellingSchema).min(1),
});
export type NoticeLine = z.infer<typeof noticeLineSchema>;
