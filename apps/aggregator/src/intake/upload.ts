import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { FlagtowerError } from '@flagtower/contracts';
import { diskFull } from '@flagtower/store';
import type { FastifyRequest } from 'fastify';

/** The largest file that a page may send, packed. */
const uploadBytes = 2048 * 1024 * 1024;

export interface Upload {
  readonly path: string;
  readonly fileName: string;
  /** The field `mapping`, which comes before the file; `null`: none came. */
  readonly mapping: string | null;
  readonly remove: () => Promise<void>;
}

function uploadsFolder(dataDir: string): string {
  return join(dataDir, 'uploads');
}

const abandonedMs = 86_400_000;

/**
 * Removes what a service that was killed left half way; what is younger than a day may belong to another one that
 * shares the folder.
 * @param now epoch milliseconds
 */
export async function clearUploads(dataDir: string, now: number): Promise<void> {
  const folder = uploadsFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < now - abandonedMs) await rm(path, { force: true });
  }
}

/**
 * Writes the file of a form to the data folder.
 * @throws FlagtowerError `BAD_REQUEST` without a file, `TOO_LARGE`, `DISK_FULL`
 */
export async function receiveUpload(request: FastifyRequest, dataDir: string): Promise<Upload> {
  let mapping: string | null = null;
  for await (const part of request.parts({
    limits: { files: 1, fields: 4, fileSize: uploadBytes, fieldSize: 256 * 1024 },
  })) {
    if (part.type === 'field') {
      if (part.fieldname === 'mapping' && typeof part.value === 'string') mapping = part.value;
      continue;
    }
    const path = join(uploadsFolder(dataDir), randomUUID());
    const remove = (): Promise<void> => rm(path, { force: true });
    try {
      await mkdir(uploadsFolder(dataDir), { recursive: true, mode: 0o700 });
      await pipeline(part.file, createWriteStream(path, { mode: 0o600, flush: true }));
    } catch (error) {
      await remove();
      throw uploadProblem(error, dataDir);
    }
    if (part.file.truncated) {
      await remove();
      throw new FlagtowerError('TOO_LARGE', 'the file is larger than a page may send', {
        remedy: 'pack it by gzip, or import it on the command line',
      });
    }
    return { path, fileName: part.filename, mapping, remove };
  }
  throw new FlagtowerError('BAD_REQUEST', 'the form has no file', { place: 'file' });
}

function uploadProblem(error: unknown, dataDir: string): unknown {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? diskFull(dataDir, error) : error;
}
