import { expect, test } from 'vitest';

import { runProbe } from './run-probe.ts';

test(
  'no reader gives a record of a file that goes on for ever, hangs, or holds more than its limit of it',
  { timeout: 180_000 },
  async () => {
    const told = await runProbe(new URL('endless.probe.ts', import.meta.url), 8);

    expect(told.records).toBe(0);
    // The program alone takes a hundred.
    expect(told.peakRssMb).toBeLessThan(300);
  },
);
