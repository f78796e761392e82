import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';

import { FlagtowerError } from '@flagtower/contracts';
import { gunzip, withinSize, type Limits } from '@flagtower/feeds';

/** A file that is read as often as needed; it must not change meanwhile. */
export interface FileContent {
  readonly path: string;
  readonly bytes: number;
  readonly gzip: boolean;
  /** SHA-256 of the file as it came, hexadecimal. */
  readonly hash: string;
}

/** @throws FlagtowerError `NOT_FOUND`, `BAD_REQUEST` */
export async function fileContent(path: string): Promise<FileContent> {
  try {
    const { size } = await stat(path);
    const hash = createHash('sha256');
    for await (const chunk of chunksOf(path)) hash.update(chunk);
    return { path, bytes: size, gzip: await isGzip(path), hash: hash.digest('hex') };
  } catch (cause) {
    throw new FlagtowerError('NOT_FOUND', 'the file cannot be read', {
      place: 'file',
      remedy: 'check its path and that you may read it',
      cause,
    });
  }
}

/**
 * The file's bytes, unpacked.
 * @param onBytes told how many bytes of the file itself were read
 */
export function unpacked(
  { path, gzip }: FileContent,
  limits: Limits,
  onBytes: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  const bytes = counted(path, onBytes);
  return gzip ? gunzip(bytes, limits) : withinSize(bytes, limits);
}

async function* counted(path: string, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of chunksOf(path)) {
    read += chunk.length;
    onBytes(read);
    yield chunk;
  }
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterable<unknown> = createReadStream(path, { highWaterMark: 256 * 1024 });
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a file gives bytes');
    yield chunk;
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
