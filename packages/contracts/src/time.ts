import { z } from 'zod';

/**
 * A moment on the wire and in the store: UTC, milliseconds, always these 24 characters (`2026-11-24T03:42:07.000Z`),
 * so that text order is time order. Parsers turn whatever a source wrote into this form.
 */
export const instantSchema = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
    'not a UTC instant with milliseconds',
  )
  .refine((text) => !Number.isNaN(Date.parse(text)), 'no such day')
  .brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** A calendar day of some zone that the context names, `2026-11-24`. */
export const daySchema = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof daySchema>;

/** An IANA zone name such as `Asia/Ho_Chi_Minh`. Whether this machine knows it is checked where it is used. */
export const zoneSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/, 'not an IANA zone name')
  .max(64);

/** How exactly a source told a moment. A `day` was turned into an instant in the source's zone. */
export const precisionSchema = z.enum(['instant', 'minute', 'day']);
export type Precision = z.infer<typeof precisionSchema>;
