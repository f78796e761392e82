import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const probe = fileURLToPath(new URL('big-log.probe.ts', import.meta.url));
const toldSchema = z.object({ records: z.number(), peakRssMb: z.number(), recordsPerSecond: z.number() });

test('a log of 60 MB is read in less than 300 MB of memory, the program included', { timeout: 180_000 }, async () => {
  const { stdout } = await run(process.execPath, [probe, '60']);

  const { records, peakRssMb } = toldSchema.parse(JSON.parse(stdout));
  expect(records).toBeGreaterThan(100_000);
  expect(peakRssMb).toBeLessThan(300);
});
