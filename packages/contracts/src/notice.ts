import { z } from 'zod';

import { codeSchema } from './ids.ts';
import { pointSchema } from './observation.ts';
import { instantSchema } from './time.ts';

export const severitySchema = z.enum(['extreme', 'severe', 'moderate', 'minor', 'unknown']);
export type Severity = z.infer<typeof severitySchema>;

export const noticeTypeSchema = z.enum(['alert', 'transit-alert', 'incident', 'roadworks']);

/** Public words of an authority, kept as told; the only free text that we store. */
export const noticeTextSchema = z.object({
  /** BCP 47, `und` where the source does not say. */
  language: z.string().max(35),
  event: z.string().max(200),
  headline: z.string().max(500).optional(),
  description: z.string().max(4000).optional(),
  instruction: z.string().max(2000).optional(),
  /** Who says it, in words for people; `sender` is an address for machines. */
  senderName: z.string().max(200).optional(),
});

export const noticeAreaSchema = z.object({
  name: z.string().max(500),
  /** Closed rings, simplified to at most 500 points each. */
  polygons: z.array(z.array(pointSchema).min(4).max(500)).max(200),
  /** Open lines, such as a stretch of road, longitude first; a long one comes as several that touch. Left out where there are none. */
  lines: z.array(z.array(pointSchema).min(2).max(500)).max(200).optional(),
  /** Centre and radius in km. */
  circles: z.array(z.object({ center: pointSchema, radiusKm: z.number().min(0) })).max(200),
  geocodes: z.array(z.object({ name: z.string().max(80), value: z.string().max(120) })).max(2000),
});

/**
 * An incident or a public alert. `recordId` is the notice's identity, `version` orders its tellings (the sent time).
 * Active at T: the last telling known then is not ended, has begun, and `endsAt` is not reached.
 */
export const noticeSchema = z.object({
  kind: z.literal('notice'),
  recordId: z.string().min(1).max(400),
  version: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  occurredAt: instantSchema,
  noticeType: noticeTypeSchema,
  /** Category in the source's own code, such as `Met` or `SIGNIFICANT_DELAYS`. */
  category: codeSchema,
  /** Why it came to be, in the source's own code, such as `MEDICAL_EMERGENCY`; only where the standard has a field for it. */
  cause: codeSchema.optional(),
  severity: severitySchema,
  urgency: z.enum(['immediate', 'expected', 'future', 'past', 'unknown']),
  certainty: z.enum(['observed', 'likely', 'possible', 'unlikely', 'unknown']),
  /** Only `actual` may be shown as something that is happening. */
  status: z.enum(['actual', 'exercise', 'test', 'system', 'draft']),
  startsAt: instantSchema,
  /** `null`: open-ended. */
  endsAt: instantSchema.nullable(),
  /** This telling ends it (a CAP Cancel, a situation withdrawn). */
  ended: z.boolean(),
  /** Identities of earlier notices that this one replaces. */
  supersedes: z.array(z.string().max(400)).max(500),
  sender: z.string().max(200),
  texts: z.array(noticeTextSchema).min(1).max(20),
  areas: z.array(noticeAreaSchema).max(200),
  /** An XML signature came with it; it was not checked. */
  signed: z.boolean(),
});
export type Notice = z.infer<typeof noticeSchema>;
