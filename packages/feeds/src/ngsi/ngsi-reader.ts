import type { FlagtowerError } from '@flagtower/contracts';
import { z } from 'zod';

import { badFile } from '../bad-file.ts';
import { headOf } from '../head-of.ts';
import { inBatches, type ChunkParser } from '../in-batches.ts';
import { itemsInBatches } from '../items-in-batches.ts';
import { jsonListParser } from '../json/json-list-parser.ts';
import { jsonText, parsedJson } from '../json/json-text.ts';
import type { Parsed } from '../parsed.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { rejected } from '../reject.ts';
import { countIn, remarksOf } from '../tally.ts';
import { instantText, momentReader } from '../times/moment.ts';
import { wholeFile } from '../whole-file.ts';
import { accidentNotice } from './accident.ts';
import { entityReadings, type Reading } from './entity-readings.ts';
import { entityOf } from './entity.ts';

/** One entity or one notification; a list, which may be of any length, is streamed instead. */
const maxObjectBytes = 32 * 1024 * 1024;

/**
 * Entities of NGSI-LD and NGSI-v2, normalised or as key-values: one, a list, or the notification of a subscription. Contexts are never
 * fetched.
 */
export const ngsiReader: Reader = (bytes, options) => batches(bytes, options);

async function* batches(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<readonly Parsed[]> {
  const { head, all } = await headOf(bytes, (chunk) => chunk.some(isSign));
  if (head.find(isSign) === listSign) yield* inBatches(all, listParser(options));
  else
    yield* itemsInBatches(
      ofObject(await wholeFile(all, Math.min(maxObjectBytes, options.limits.unpackedBytes)), options),
    );
}

const listSign = 0x5b;
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

function isSign(byte: number): boolean {
  return !blanks.has(byte);
}

function readingOf({ feed, asOf, receivedAt, zone }: ReadOptions): Reading {
  return {
    feed,
    fetchedAt: asOf ?? receivedAt ?? '',
    isReceived: asOf === null && receivedAt !== undefined,
    read: momentReader(['iso'], zone),
    tally: new Map(),
  };
}

function listParser(options: ReadOptions): ChunkParser {
  const reading = readingOf(options);
  return jsonListParser(options.limits, {
    element: (json, out, index) => out.push(...ofEntity(index, parsedJson(json), reading)),
    tooLong: (out, index) => out.push(rejected(index, 'too-large', [], `Entity ${index} is longer than any may be`)),
    end: (out) => out.push(...remarksOf(reading.tally)),
  });
}

const listSchema = z.looseObject({
  subscriptionId: z.string().optional(),
  notifiedAt: z.string().optional(),
  data: z.array(z.unknown()).optional(),
  entities: z.array(z.unknown()).optional(),
});

function* ofObject(bytes: Uint8Array, options: ReadOptions): Generator<Parsed> {
  const text = jsonText();
  const value = parsedJson(text.write(bytes) + text.end());
  const parsed = listSchema.safeParse(value);
  if (!parsed.success) throw noEntity();
  const { subscriptionId, notifiedAt, data, entities } = parsed.data;
  const reading = readingOf(options);
  const notified = notifiedAt === undefined ? null : reading.read(notifiedAt, 'start');
  const listed = (subscriptionId === undefined ? undefined : data) ?? entities;
  // An excuse that is written in JSON is one fault of its sender, not a bad entity.
  if (listed === undefined && !('id' in parsed.data) && !('type' in parsed.data)) throw noEntity();
  const list = listed ?? [value];
  if (subscriptionId !== undefined) countIn(reading.tally, 'notifications');
  const timed =
    notified === null ? reading : { ...reading, fetchedAt: instantText(notified.epochMs), isReceived: false };
  for (const [index, entity] of list.entries()) yield* ofEntity(index + 1, entity, timed);
  yield* remarksOf(reading.tally);
}

function noEntity(): FlagtowerError {
  return badFile('Is no NGSI entity, list or notification', 'line 1', 'Fetch or send it again');
}

function ofEntity(line: number, told: unknown, reading: Reading): Parsed[] {
  const read = entityOf(told);
  if (read.kind === 'malformed') {
    const names = read.fields.join(' and ');
    return [rejected(line, 'bad-identity', read.fields, `Write ${names} of entity ${line} as plain text`)];
  }
  const { entity } = read;
  const readings = entityReadings(line, entity, reading);
  return entity.type === 'RoadAccident' ? [accidentNotice(line, entity, reading), ...readings] : readings;
}
