import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { FlagtowerError } from '@flagtower/contracts';

import { badFile } from './bad-file.ts';
import type { Limits } from './limits.ts';

/** Below this, any ratio is harmless: a page of zeros packs to nothing. */
const RATIO_FROM_BYTES = 16 * 1024 * 1024;

const UNPACK_REMEDY = 'Unpack the file and import the parts, or raise the limit in the configuration';

/**
 * Unpacks gzip as a stream.
 * @yields unpacked bytes
 * @throws FlagtowerError `BAD_FILE` when it is damaged, cut off, or unfolds beyond `limits`
 */
export async function* gunzip(
  bytes: AsyncIterable<Uint8Array>,
  limits: Pick<Limits, 'unpackedBytes' | 'ratio'>,
): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      packed += chunk.length;
      yield chunk;
    }
  }
  // The callback is there because `pipeline` asks for one; the error also reaches the loop below.
  const unpacker = pipeline(Readable.from(counted(), { objectMode: false }), createGunzip(), () => undefined);
  const chunks: AsyncIterable<unknown> = unpacker;
  try {
    for await (const chunk of chunks) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('zlib gave something else than bytes');
      unpacked += chunk.length;
      if (unpacked > limits.unpackedBytes)
        throw badFile(`Unpacks to more than ${limits.unpackedBytes} bytes`, 'unpackedBytes', UNPACK_REMEDY);
      if (unpacked > RATIO_FROM_BYTES && unpacked > packed * limits.ratio)
        throw badFile(`Unpacks to more than ${limits.ratio} times its size`, 'ratio', UNPACK_REMEDY);
      yield chunk;
    }
  } catch (error) {
    throw asBadGzip(error);
  } finally {
    unpacker.destroy();
  }
}

function asBadGzip(error: unknown): unknown {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof FlagtowerError || typeof code !== 'string' || !code.startsWith('Z_')) return error;
  return badFile('The gzip data is damaged or cut off', 'gzip', 'Fetch or pack the file again', error);
}

/**
 * Stops a stream that is longer than the limit; for files that come without compression.
 * @yields the same bytes
 * @throws FlagtowerError `BAD_FILE` at the first byte too many
 */
export async function* withinSize(
  bytes: AsyncIterable<Uint8Array>,
  limits: Pick<Limits, 'unpackedBytes'>,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of bytes) {
    read += chunk.length;
    if (read > limits.unpackedBytes)
      throw badFile(`Is larger than ${limits.unpackedBytes} bytes`, 'unpackedBytes', UNPACK_REMEDY);
    yield chunk;
  }
}
