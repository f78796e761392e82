import { z } from 'zod';

import { unitCodeSchema } from './ids.ts';
import { problemCodeSchema } from './problem.ts';
import { rejectionReasonSchema, rejectionSchema } from './rejection.ts';
import { sourceStatusSchema } from './source.ts';
import { daySchema, instantSchema } from './time.ts';

/** Why nothing comes although we ask: the first failure of a row of them, and the last one's reason. */
export const sourceTroubleSchema = z.object({
  code: problemCodeSchema,
  /** One sentence without values, addresses or keys. */
  reason: z.string(),
  /** Which setting or variable it is about; `null`: none. */
  place: z.string().nullable(),
  since: instantSchema,
  failures: z.number().int().min(1),
});
export type SourceTrouble = z.infer<typeof sourceTroubleSchema>;

/** A source as the board shows it: right, complete, clean, alive. */
export const sourceBoardRowSchema = sourceStatusSchema.extend({
  /** Who comes to whom. */
  way: z.enum(['push', 'pull', 'mqtt', 'syslog']),
  owner: unitCodeSchema.nullable(),
  /** Since when its freshness is what it is; `null`: nothing ever came. */
  since: instantSchema.nullable(),
  /** `null`: it is not paused. */
  pausedAt: instantSchema.nullable(),
  trouble: sourceTroubleSchema.nullable(),
  /** Signs of life in the last seven days, or since the first one; `null`: no cadence was declared, or nothing ever came. */
  contacts: z
    .object({ from: instantSchema, expected: z.number().int().min(0), seen: z.number().int().min(0) })
    .nullable(),
  /** Of what was refused, how much waits: it was not taken by another reading, and nobody closed it. */
  waiting: z.number().int(),
  /** Of what waits, sound records that can be offered again as they are. */
  replayable: z.number().int(),
  /** Messages that came faster than they could be written, and are lost. */
  dropped: z.number().int().min(0),
  /** How often its owner was reminded in the last 90 days. */
  reminders: z.number().int(),
});
export type SourceBoardRow = z.infer<typeof sourceBoardRowSchema>;

const quarantinePlaceSchema = rejectionSchema.pick({ line: true, fields: true }).extend({
  /** As the person who brought the file called it; `null`: it was pushed, pulled or heard. */
  fileName: z.string().nullable(),
  receivedAt: instantSchema,
});

/** How a source kept its word, and what of it was refused. */
export const sourceConductSchema = z.object({
  source: sourceBoardRowSchema,
  /** The last 90 days of the source's zone, the oldest first. `null`: before its first sign of life. */
  days: z.array(
    z.object({ day: daySchema, lateSeconds: z.number().min(0).nullable(), missed: z.number().int().min(0).nullable() }),
  ),
  /** Newest first, a hundred at the most; `until` is `null` where it goes on. */
  silences: z.array(
    z.object({ from: instantSchema, until: instantSchema.nullable(), missed: z.number().int().min(1) }),
  ),
  /** What waits, by reason, the most frequent first. */
  quarantine: z.array(
    z.object({
      reason: rejectionReasonSchema,
      count: z.number().int(),
      lastAt: instantSchema,
      remedy: z.string(),
      /** The newest of them, twenty at the most: where each stands, and never what it says. */
      places: z.array(quarantinePlaceSchema),
    }),
  ),
  reminders: z.array(z.object({ at: instantSchema, by: z.string() })),
});
export type SourceConduct = z.infer<typeof sourceConductSchema>;
