import { crc32 } from 'node:zlib';

import { FlagtowerError } from '@flagtower/contracts';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

import { badFile } from '../bad-file.ts';
import type { Limits } from '../limits.ts';

/** More files than any timetable has; a zip can name millions in a small directory. */
const maxEntries = 1000;
/** Below this, any ratio is harmless: a table of zeros packs to nothing. */
const ratioFromBytes = 16 * 1024 * 1024;
const damagedRemedy = 'Fetch the timetable again';
const unpackRemedy = 'Check where the file comes from, or raise the limit in the configuration';

/** The tables of a timetable, by name without `.txt`; each can be streamed, one after the other. */
export interface ZipTables {
  readonly names: readonly string[];
  /** The latest time at which a table was changed, on the wall clock of whoever packed the file; `null`: not told. */
  readonly changedAt: string | null;
  readonly bytesOf: (name: string) => AsyncGenerator<Uint8Array>;
}

/**
 * Opens a zip. Tables may lie in one folder; files that are no tables are not touched.
 * @throws FlagtowerError `BAD_FILE` when it is no zip, damaged, encrypted, or unfolds beyond `limits`
 */
export async function zipTables(
  bytes: Uint8Array,
  limits: Pick<Limits, 'unpackedBytes' | 'ratio'>,
): Promise<ZipTables> {
  const zip = await openZip(bytes);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = /^(?:[^/]+\/)?([a-z_]+)\.txt$/.exec(entry.fileName)?.[1];
      if (name !== undefined && !entries.has(name)) entries.set(name, entry);
    }
  } catch (error) {
    throw asBadZip(error);
  }
  let unpacked = 0;
  return {
    names: [...entries.keys()].toSorted(),
    changedAt: latestChange([...entries.values()]),
    bytesOf: async function* bytesOf(name) {
      const entry = entries.get(name);
      if (entry === undefined) return;
      refuseBomb(entry, limits);
      for await (const chunk of unpackedChunks(zip, entry)) {
        unpacked += chunk.length;
        if (unpacked > limits.unpackedBytes)
          throw badFile(`Unpacks to more than ${limits.unpackedBytes} bytes`, 'unpackedBytes', unpackRemedy);
        yield chunk;
      }
    },
  };
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true });
  } catch (error) {
    throw asBadZip(error);
  }
  if (zip.entryCount > maxEntries) throw badFile(`Holds more than ${maxEntries} files`, 'zip', unpackRemedy);
  return zip;
}

/** The sizes of the directory are what the packer claims; that an entry keeps to them is checked while it unfolds. */
function refuseBomb(entry: Entry, limits: Pick<Limits, 'ratio'>): void {
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > ratioFromBytes && uncompressedSize > compressedSize * limits.ratio)
    throw badFile(`Unpacks to more than ${limits.ratio} times its size`, 'ratio', unpackRemedy);
}

async function* unpackedChunks(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  try {
    const chunks: AsyncIterable<unknown> = await zip.openReadStreamPromise(entry);
    for await (const chunk of chunks) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('the zip gave something else than bytes');
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw asBadZip(error);
  }
  if (checksum !== entry.crc32) throw badFile('A file of the zip is damaged', entry.fileName, damagedRemedy);
}

function asBadZip(error: unknown): unknown {
  if (error instanceof FlagtowerError || error instanceof TypeError) return error;
  return badFile('Not a zip file, or a damaged one', 'zip', damagedRemedy, error);
}

/** Zips made to be reproducible carry a constant before 2000, which says nothing. */
function latestChange(entries: readonly Entry[]): string | null {
  const latest = entries
    .map((entry) => entry.getLastModDate({ timezone: 'UTC', forceDosFormat: true }).getTime())
    .filter((ms) => ms >= Date.UTC(2000))
    .reduce((a, b) => Math.max(a, b), 0);
  return latest === 0 ? null : new Date(latest).toISOString().slice(0, 19);
}
