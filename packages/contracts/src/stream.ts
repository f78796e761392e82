import { z } from 'zod';

import { ledgerNameSchema } from './ids.ts';
import { problemCodeSchema } from './problem.ts';
import { instantSchema } from './time.ts';

/** Raised whenever a shape below changes in a way that an open page would misread; docs/protocol.md tells the story. */
export const PROTOCOL_VERSION = 1;

/**
 * What one can listen to: `kpis/{unit}`, `series/{id}`, `ranking/{id}`, `feed/{feedId}`, `notices`, `incidents`, `stage`, `sources`, `alarms`,
 * `display/{id}`. The state of a topic is a map from keys to JSON values; a delta sets and drops keys.
 */
export const topicSchema = z
  .string()
  .regex(/^(notices|incidents|stage|sources|alarms|(kpis|series|ranking|feed|display)\/[\p{L}\p{N}.:_-]{1,80})$/u);
export type Topic = z.infer<typeof topicSchema>;

/** The moment that all topics of one tick speak of. */
export const cutSchema = z.object({ at: instantSchema, knownSeq: z.number().int().min(0) });
export type Cut = z.infer<typeof cutSchema>;

const stateSchema = z.record(z.string(), z.json());

export const subscribeSchema = z.object({
  protocol: z.number().int(),
  ledger: ledgerNameSchema,
  topic: topicSchema,
  /** What the client holds already. */
  epoch: z.string().max(64).optional(),
  revision: z.number().int().min(0).optional(),
});
export type Subscribe = z.infer<typeof subscribeSchema>;

export const snapshotSchema = z.object({
  ledger: ledgerNameSchema,
  topic: topicSchema,
  /** One run of one engine; revisions of two epochs cannot be compared. */
  epoch: z.string(),
  revision: z.number().int().min(0),
  cut: cutSchema,
  state: stateSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** `revision` is the previous one plus 1, always: anything else is a gap, and the client asks again. */
export const deltaSchema = z.object({
  ledger: ledgerNameSchema,
  topic: topicSchema,
  epoch: z.string(),
  revision: z.number().int().min(1),
  cut: cutSchema,
  set: stateSchema,
  drop: z.array(z.string()),
});
export type Delta = z.infer<typeof deltaSchema>;

export const subscribedSchema = z.discriminatedUnion('outcome', [
  /** Nothing was missed but these deltas (possibly none), in order. */
  z.object({ outcome: z.literal('recovered'), epoch: z.string(), deltas: z.array(deltaSchema) }),
  z.object({ outcome: z.literal('snapshot'), snapshot: snapshotSchema }),
  z.object({ outcome: z.literal('refused'), code: problemCodeSchema }),
]);
export type Subscribed = z.infer<typeof subscribedSchema>;

/** Sent every second, also when nothing changes: "no contact" must never look like "nothing happened". */
export const heartbeatSchema = z.object({
  /** The server's clock. Clients keep an offset and never use the browser's clock as truth. */
  serverTime: instantSchema,
  /** The clock of each ledger: it differs from the server's where a replay drives it. */
  ledgers: z.record(z.string(), z.object({ clock: instantSchema, speed: z.number(), knownSeq: z.number().int() })),
  epoch: z.string(),
  /** Identity of the built page; a page that holds another one reloads itself. */
  build: z.string(),
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

export interface ClientToServer {
  subscribe: (request: Subscribe, answer: (reply: Subscribed) => void) => void;
  unsubscribe: (request: { ledger: string; topic: string }) => void;
}
export interface ServerToClient {
  delta: (delta: Delta) => void;
  /** The server could not keep this client up to date and took it out of the topic: subscribe again. */
  lagging: (topic: { ledger: string; topic: string }) => void;
  heartbeat: (beat: Heartbeat) => void;
}
