import type { Aggregator } from '../aggregator/aggregator.ts';

/** What time it is in the simulated city, epoch milliseconds. */
export interface CityClock {
  now: () => number;
  speed: () => number;
  /** Follows the ledger again: two clocks that only start together drift apart. */
  follow: () => Promise<void>;
}

/** A clock that runs `speed` times as fast as ours from a moment on. */
function runningFrom(cityAt: number, speed: number, ourAt: number): (ourNow: number) => number {
  return (ourNow) => cityAt + (ourNow - ourAt) * speed;
}

/**
 * The simulated ledger's clock.
 * @param speed asked for with --speed; `null` follows whatever the ledger's clock does
 */
export async function cityClock(aggregator: Aggregator, speed: number | null): Promise<CityClock> {
  if (speed !== null) await aggregator.drive(speed);
  let held = await aggregator.clock();
  let read = runningFrom(Date.parse(held.clock), held.speed, Date.now());
  return {
    now: () => read(Date.now()),
    speed: () => held.speed,
    follow: async () => {
      held = await aggregator.clock();
      read = runningFrom(Date.parse(held.clock), held.speed, Date.now());
    },
  };
}
