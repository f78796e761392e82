import { z } from 'zod';

import { codeSchema, feedIdSchema } from './ids.ts';
import { mappingSchema } from './mapping.ts';

/** Name of an environment variable that holds a secret of a source; no other variable can be asked for by a configuration. */
export const secretNameSchema = z
  .string()
  .regex(/^FLAGTOWER_SOURCE_[A-Z0-9_]{1,60}$/, 'the name of a variable that begins with FLAGTOWER_SOURCE_');

const headerName = z.string().regex(/^[A-Za-z0-9-]{1,60}$/, 'no name of a header');
const secretHeader = /^(?:authorization|proxy-authorization|cookie|.*(?:key|token|secret).*)$/i;
const address = z
  .url({ protocol: /^https?$/ })
  .refine(
    (text) => !/^https?:[/\\]*[^/\\?#]*@/i.test(text),
    'no name and password in an address: name their variable in secretHeaders',
  );

/**
 * How the requests of an Open311 server are asked for, page by page: what was updated last on each turn, and its history in
 * bounded windows, the newest first.
 */
export const requestsPlanSchema = z.object({
  /** How many days back the first walk goes. Default 365. */
  historyDays: z.number().int().min(0).max(7300).default(365),
  /** Days of a window; GeoReport v2 allows 90, the default. */
  windowDays: z.number().int().min(1).max(90).default(90),
  /** Requests that one page is asked for; a server may give fewer. Default 200. */
  pageSize: z.number().int().min(1).max(1000).default(200),
  /**
   * After how many hours the history is walked through again, for a server that tells no changes of requests older than 90 days.
   * Default: never.
   */
  againHours: z.number().min(1).max(8760).optional(),
  jurisdictionId: z
    .string()
    .regex(/^[\w.:-]{1,80}$/, 'letters, digits and . : - _')
    .optional(),
  /** The environment variable that holds the `api_key`. */
  apiKey: secretNameSchema.optional(),
});
export type RequestsPlan = z.infer<typeof requestsPlanSchema>;

/** Pulled by us: where, how often and with what. */
export const pullSchema = z
  .object({
    url: address,
    everySeconds: z.number().min(1),
    format: z.string().max(40),
    /** Which feed its readings belong to. Default: the one that the format or its data model gives them. */
    feed: feedIdSchema.optional(),
    method: z.enum(['GET', 'POST']).optional(),
    /** Body of a POST. */
    body: z.string().max(100_000).optional(),
    headers: z
      .record(
        headerName.refine((name) => !secretHeader.test(name), 'secrets are named in secretHeaders'),
        z.string().regex(/^[\x20-\x7E]{0,500}$/, 'printable ASCII'),
      )
      .optional(),
    /** Header → the environment variable that holds its whole value, such as `Bearer …`. */
    secretHeaders: z.record(headerName, secretNameSchema).optional(),
    /** Seconds until an answer must be complete. Default 20. */
    timeoutSeconds: z.number().min(0.1).max(300).optional(),
    /** Unpacked bytes of an answer at the most. Default 32 MiB. */
    mostBytes: z.number().int().min(1).max(268_435_456).optional(),
    /** For tables and JSON: which column or path is which field, or the id of a mapping that comes with the product. */
    mapping: z.union([mappingSchema, z.string().max(100)]).optional(),
    /** Only of the format `open311`: `url` is the server’s `requests.json` or `requests.xml`. Without it one document is read again and again. */
    requests: requestsPlanSchema.optional(),
  })
  .refine(({ format, requests, method }) => requests === undefined || (format === 'open311' && method !== 'POST'), {
    error: 'only the format open311 is asked for requests, and by GET',
    path: ['requests'],
  });

const path = z.string().regex(/^(?:\/[^/]{1,100}){1,10}$/, 'a JSON pointer such as /data/value');

/** Where a text of a reading comes from: a placeholder of the topic, a place in the message, or always the same. */
export const readingTextSchema = z.union([
  z.object({ topic: z.string().max(40) }),
  z.object({ path }),
  z.object({ text: codeSchema }),
]);
export type ReadingText = z.infer<typeof readingTextSchema>;

/** How a JSON message becomes observations: one for each value that it holds. */
export const readingsMappingSchema = z.object({
  feed: feedIdSchema,
  entity: readingTextSchema,
  /** When it was measured; `iso` without an offset is read in the source's zone. */
  occurredAt: z.object({ path, as: z.enum(['iso', 'seconds', 'milliseconds']).default('iso') }),
  /** Where the thing is, in degrees of WGS 84, where the message tells it. */
  point: z.object({ longitude: path, latitude: path }).optional(),
  values: z
    .array(z.object({ metric: readingTextSchema, path, unitOfMeasure: z.string().min(1).max(20) }))
    .min(1)
    .max(50),
});
export type ReadingsMapping = z.infer<typeof readingsMappingSchema>;

const topicTemplate = z
  .string()
  .max(300)
  .regex(
    /^(?:[^/#+${}]+|\{[a-z][a-z0-9-]{0,39}\})(?:\/(?:[^/#+{}]+|\{[a-z][a-z0-9-]{0,39}\}))*(?:\/#)?$/,
    'levels between /, each a word or a {placeholder}; # may end it',
  );

/** Listened to at the broker of `MQTT_URL`, with QoS 1. */
export const mqttSchema = z
  .object({
    /** Such as `air/{station}/reading`: a placeholder stands for one level and is given to the mapping. */
    topics: z.array(topicTemplate).min(1).max(20),
    /** `readings`: JSON by the mapping below; else any format that we read: `ndjson` is our own record. */
    format: z.string().max(40),
    readings: readingsMappingSchema.optional(),
    /** For tables and JSON: which column or path is which field, or the id of a mapping that comes with the product. */
    mapping: z.union([mappingSchema, z.string().max(100)]).optional(),
    /** Whether several services share the messages. Default: each gets all, and what comes twice counts once. */
    shared: z.boolean().optional(),
    /** How long the broker keeps messages for a service that is away, in seconds. Default: a week. */
    sessionSeconds: z.number().int().min(60).max(4_294_967_294).optional(),
    /**
     * Of readings that tell no time: `told`, the default, refuses them; `arrival` takes the time at which their message came and tells
     * them as uncertain. A message that a broker delivers twice is two readings then.
     */
    observedAt: z.enum(['told', 'arrival']).optional(),
    /** A larger message is quarantined. Default 1 MiB. */
    mostBytes: z.number().int().min(1).max(16_777_216).optional(),
  })
  .refine(({ format, readings }) => (format === 'readings') === (readings !== undefined), {
    error: 'the format readings needs a mapping in readings, and no other format has one',
    path: ['readings'],
  });
export type MqttPlan = z.infer<typeof mqttSchema>;
