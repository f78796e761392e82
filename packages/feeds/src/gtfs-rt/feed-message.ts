import { readFileSync } from 'node:fs';

import { parse, Reader } from 'protobufjs';
import { z } from 'zod';

import { badFile } from '../bad-file.ts';

const schema = parse(readFileSync(new URL('gtfs-realtime.proto', import.meta.url), 'utf8')).root;
const headerType = schema.lookupType('transit_realtime.FeedHeader');
const entityType = schema.lookupType('transit_realtime.FeedEntity');

const headerField = 1;
const entityField = 2;
const lengthDelimited = 2;

/** A name of the enum; a number's digits where a newer edition of the standard has a value that we do not know yet. */
function enumSchema(fallback: string) {
  return z.union([z.string(), z.number()]).default(fallback).transform(String);
}
/** Empty: not told; in this standard an empty id means the same. */
const textSchema = z.string().default('');
/** POSIX seconds; 0: not told. */
const secondsSchema = z.number().min(0).max(8.64e12).default(0);

const headerSchema = z.object({
  gtfsRealtimeVersion: z.string(),
  timestamp: secondsSchema,
  incrementality: enumSchema('FULL_DATASET'),
});
export type FeedHeader = z.infer<typeof headerSchema>;

const tripSchema = z.object({
  tripId: textSchema,
  startTime: textSchema,
  startDate: textSchema,
  scheduleRelationship: enumSchema('SCHEDULED'),
  routeId: textSchema,
  directionId: z.number().default(0),
});
export type TripDescriptor = z.infer<typeof tripSchema>;

const stopTimeEventSchema = z.object({ delay: z.number().optional() }).optional();
const stopTimeUpdateSchema = z.object({
  stopSequence: z.number().optional(),
  stopId: textSchema,
  arrival: stopTimeEventSchema,
  departure: stopTimeEventSchema,
  scheduleRelationship: enumSchema('SCHEDULED'),
});
export type StopTimeUpdate = z.infer<typeof stopTimeUpdateSchema>;

const tripUpdateSchema = z.object({
  trip: tripSchema.prefault({}),
  /** What a duplicated trip has of its own. */
  tripProperties: z.object({ tripId: textSchema, startDate: textSchema, startTime: textSchema }).prefault({}),
  timestamp: secondsSchema,
  stopTimeUpdate: z.array(stopTimeUpdateSchema).default([]),
});
export type TripUpdate = z.infer<typeof tripUpdateSchema>;

/** Absent, `NaN` and infinite floats, all legal on the wire, are one thing: `null`. */
const floatSchema = z.number().nullable().catch(null).default(null);
const positionSchema = z.object({
  latitude: floatSchema,
  longitude: floatSchema,
  /** Degrees from north. */
  bearing: floatSchema,
  /** Metres a second. */
  speed: floatSchema,
});
export type Position = z.infer<typeof positionSchema>;

const vehicleSchema = z.object({
  trip: tripSchema.optional(),
  vehicle: z.object({ id: textSchema }).prefault({}),
  timestamp: secondsSchema,
  position: positionSchema.prefault({}),
});
export type VehiclePosition = z.infer<typeof vehicleSchema>;

const translatedSchema = z
  .object({ translation: z.array(z.object({ text: z.string(), language: textSchema })).default([]) })
  .prefault({});
export type TranslatedString = z.infer<typeof translatedSchema>;

const alertSchema = z.object({
  /** `start` 0: since ever; `end` 0: open-ended. */
  activePeriod: z.array(z.object({ start: secondsSchema, end: secondsSchema })).default([]),
  informedEntity: z
    .array(
      z.object({
        agencyId: textSchema,
        routeId: textSchema,
        routeType: z.number().optional(),
        trip: tripSchema.prefault({}),
        stopId: textSchema,
      }),
    )
    .default([]),
  cause: enumSchema('UNKNOWN_CAUSE'),
  effect: enumSchema('UNKNOWN_EFFECT'),
  severityLevel: enumSchema('UNKNOWN_SEVERITY'),
  headerText: translatedSchema,
  descriptionText: translatedSchema,
});
export type TransitAlert = z.infer<typeof alertSchema>;

const entitySchema = z.object({
  id: z.string(),
  isDeleted: z.boolean().default(false),
  tripUpdate: tripUpdateSchema.optional(),
  vehicle: vehicleSchema.optional(),
  alert: alertSchema.optional(),
});
export type FeedEntity = z.infer<typeof entitySchema>;

const conversion = { longs: Number, enums: String };

/**
 * Takes a message apart without decoding its entities, so that one broken entity does not cost the others.
 * @throws FlagtowerError BAD_FILE when the bytes are no GTFS-Realtime message: a web page, a cut file, another protocol
 */
export function splitFeedMessage(bytes: Uint8Array): { header: FeedHeader; entities: Uint8Array[] } {
  try {
    const { header, entities } = split(bytes);
    if (header === null) throw new RangeError('no feed header');
    return { header: headerSchema.parse(headerType.toObject(headerType.decode(header), conversion)), entities };
  } catch (cause) {
    const remedy = 'Check that the address gives the protobuf feed, not a web page, JSON or a cut-off download';
    throw badFile('This is not a GTFS-Realtime message', 'message', remedy, cause);
  }
}

function split(bytes: Uint8Array): { header: Uint8Array | null; entities: Uint8Array[] } {
  const reader = Reader.create(bytes);
  let header: Uint8Array | null = null;
  const entities: Uint8Array[] = [];
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const field = tag >>> 3;
    if ((tag & 7) !== lengthDelimited || (field !== headerField && field !== entityField)) {
      reader.skipType(tag & 7, 0, field);
      continue;
    }
    const body = reader.bytes();
    if (field === headerField) header = body;
    else entities.push(body);
  }
  return { header, entities };
}

/** One entity of a message; `null` where its bytes are broken. */
export function readEntity(bytes: Uint8Array): FeedEntity | null {
  let decoded: unknown;
  try {
    decoded = entityType.toObject(entityType.decode(bytes), conversion);
  } catch {
    return null; // the caller makes a rejection of it: it knows which entity this was
  }
  const parsed = entitySchema.safeParse(decoded);
  return parsed.success ? parsed.data : null;
}
