import { createHash } from 'node:crypto';

import type { FlagtowerRecord, Instant, Mapping, Rejection } from '@flagtower/contracts';
import { FlagtowerError } from '@flagtower/contracts';
import type { NoticeSnapshot } from '@flagtower/domain';
import { defaultLimits, gunzip, pushedSnapshot, readerOf, withinSize, zoneFor, type Limits } from '@flagtower/feeds';

const MIB = 1024 * 1024;

/** A body is held until it is committed; who has more sends a file, or several bodies. */
const bodyLimits: Limits = { ...defaultLimits, unpackedBytes: 64 * MIB, ratio: 100 };
export const packedBodyBytes = 16 * MIB;

export interface BodyRead {
  readonly items: readonly { readonly line: number; readonly record: FlagtowerRecord }[];
  readonly rejections: readonly Rejection[];
  /** `null`: the body does not say that it names all notices of its source. */
  readonly snapshot: NoticeSnapshot | null;
  /** SHA-256 of the unpacked body, hexadecimal. */
  readonly hash: string;
}

/**
 * Reads a body of records: NDJSON, or a JSON list or object; with a format what that is. A wrong record is a rejection of its line.
 * @throws FlagtowerError `TOO_LARGE` beyond the limits, `BAD_FILE` where it is something else altogether, `UNKNOWN_FORMAT`
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  { gzip, json, format }: { readonly gzip: boolean; readonly json: boolean; readonly format: string },
  {
    zone,
    receivedAt,
    mapping,
  }: { readonly zone: string; readonly receivedAt: Instant; readonly mapping: Mapping | null },
): Promise<BodyRead> {
  const hash = createHash('sha256');
  const packed = withinSize(body, { unpackedBytes: gzip ? packedBodyBytes : bodyLimits.unpackedBytes });
  const bytes = hashed(gzip ? gunzip(packed, bodyLimits) : packed, hash);
  const items: { line: number; record: FlagtowerRecord }[] = [];
  const rejections: Rejection[] = [];
  let snapshot: NoticeSnapshot | null = null;
  try {
    const reader = readerOf(format)(json && format === 'ndjson' ? asList(bytes) : bytes, {
      zone: zoneFor(null, mapping, zone),
      mapping,
      asOf: null,
      receivedAt,
      caseKind: null,
      feed: null,
      limits: bodyLimits,
    });
    for await (const batch of reader)
      for (const parsed of batch) {
        if (parsed.kind === 'record') items.push(parsed);
        if (parsed.kind === 'rejected') rejections.push(parsed.rejection);
        if (parsed.kind === 'snapshot') snapshot = pushedSnapshot(parsed);
      }
  } catch (error) {
    throw tooLarge(error);
  }
  return { items, rejections, snapshot, hash: hash.digest('hex') };
}

async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  hash: { update: (chunk: Uint8Array) => unknown },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

const openBracket = Uint8Array.of(0x5b);
const closeBracket = Uint8Array.of(0x5d);

// One JSON object, which may stretch over lines, is a list of one. Several objects, a line each, stay as they are.
async function* asList(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  const text = Buffer.concat(chunks);
  const isObject = text.toString('utf8', 0, 100).trimStart().startsWith('{') && !startsWithWholeLine(text);
  if (isObject) yield openBracket;
  yield text;
  if (isObject) yield closeBracket;
}

function startsWithWholeLine(text: Buffer): boolean {
  const end = text.indexOf('\n');
  if (end === -1) return false;
  try {
    JSON.parse(text.toString('utf8', 0, end));
    return true;
  } catch {
    // Not a whole line: the object goes on behind it.
    return false;
  }
}

/** What is a bad file on a disk is a body that is too large here. */
function tooLarge(error: unknown): unknown {
  if (!(error instanceof FlagtowerError) || (error.place !== 'unpackedBytes' && error.place !== 'ratio')) return error;
  return new FlagtowerError('TOO_LARGE', 'the body is larger than a body may be', {
    remedy: 'send it in parts, or as a file to /v1/intake/{source}/file',
    cause: error,
  });
}
