import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { z } from 'zod';

const progressSchema = z.object({
  seed: z.number(),
  /** Day whose cases are told of, `2026-11-24` → everything of it was delivered up to here, epoch milliseconds. */
  days: z.record(z.string(), z.number()),
});
export type Progress = z.infer<typeof progressSchema>;

export function noProgress(seed: number): Progress {
  return { seed, days: {} };
}

/**
 * What was delivered before. A file that is missing, unreadable or of another seed counts as nothing: to send again is
 * only wasteful, the ledger knows its records.
 */
export async function readProgress(path: string, seed: number): Promise<Progress> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return noProgress(seed);
  const parsed = progressSchema.safeParse(jsonOrNull(text));
  return parsed.success && parsed.data.seed === seed ? parsed.data : noProgress(seed);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // half a file from a crash: the caller starts anew
  }
}

/** Replaces the file as a whole, so that a crash leaves the old one or the new one. */
export async function writeProgress(path: string, progress: Progress): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(progress));
  await rename(`${path}.new`, path);
}
