const longestWaitMs = 10 * 60_000;
const firstRetryMs = 2000;

/**
 * Soon after a first failure, twice as long after each one that follows, up to ten minutes or the source's own interval;
 * a tenth of jitter, so that a city's pollers do not march in step.
 */
export function waitMs(everySeconds: number, failures: number, random: () => number = Math.random): number {
  const base = Math.max(1, everySeconds) * 1000;
  const backedOff = Math.min(Math.max(base, longestWaitMs), firstRetryMs * 2 ** Math.min(failures - 1, 16));
  return Math.round((failures === 0 ? base : backedOff) * (0.9 + 0.2 * random()));
}
