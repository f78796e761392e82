import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { z } from 'zod';

/** As `flagtower import` runs (`bin/runtime.mjs`): otherwise it is Node's mood how far its heap grows before it is cleaned. */
const heapFlags = ['--max-semi-space-size=4', '--max-old-space-size=512'];
const toldSchema = z.object({ records: z.number(), peakRssMb: z.number() });

/** For tests: what a program of its own reads of so many megabytes, and the memory that it takes, the program included. */
export async function runProbe(probe: URL, megabytes: number): Promise<z.output<typeof toldSchema>> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...heapFlags,
    fileURLToPath(probe),
    String(megabytes),
  ]);
  return toldSchema.parse(JSON.parse(stdout));
}
