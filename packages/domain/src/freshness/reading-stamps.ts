import type { Cadence } from '@flagtower/contracts';

import { freshnessStamps, type FreshnessStamps } from './freshness.ts';

/** Who reports more often than this is not held to it for each reading, seconds. */
const leastStepSeconds = 150;

/**
 * Until when a thing stands where it was measured: it may be told a whole cadence after that, so every stamp lies a cadence later than
 * that of a contact.
 * @param measuredAt epoch milliseconds of the ledger's clock, as the stamps
 */
export function measuredStamps(measuredAt: number, cadence: Cadence): FreshnessStamps {
  const { lateAt } = freshnessStamps(measuredAt, cadence);
  return { ...freshnessStamps(lateAt ?? measuredAt, cadence), observedAt: measuredAt };
}

/**
 * Until when a reading may be taken for one of now, as `measuredStamps`. A source that answers in time with the same old readings is live by its contacts, and found out by these.
 * @param measuredAt epoch milliseconds of the ledger's clock, as the stamps
 * @param speed of that clock against real time, in which sources are asked
 */
export function readingStamps(measuredAt: number, cadence: Cadence, speed = 1): FreshnessStamps {
  const everySeconds = Math.max(cadence.everySeconds, leastStepSeconds) * Math.max(1, speed);
  return measuredStamps(measuredAt, { ...cadence, everySeconds });
}
