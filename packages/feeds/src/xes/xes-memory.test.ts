import { expect, test } from 'vitest';

import { runProbe } from '../run-probe.ts';

test('a log of 60 MB is read in less than 300 MB of memory, the program included', { timeout: 180_000 }, async () => {
  const { records, peakRssMb } = await runProbe(new URL('big-log.probe.ts', import.meta.url), 60);
  expect(records).toBeGreaterThan(100_000);
  expect(peakRssMb).toBeLessThan(300);
});
