import type { Heartbeat } from '@flagtower/contracts';

/**
 * The server's clock as this page knows it: what to add to the page's monotonic clock. The browser's own clock takes no
 * part, because a wall PC whose clock is wrong would move "now" and make old numbers look new.
 */
export interface ClockReading {
  /** Milliseconds to add to the monotonic clock; `null` before the first heartbeat. */
  readonly offsetMs: number | null;
  /** The ledger's clock, which a replay may drive: its moment and speed at a moment of the monotonic clock. */
  readonly ledger: { readonly clockMs: number; readonly atMs: number; readonly speed: number } | null;
}

export const unreadClock: ClockReading = { offsetMs: null, ledger: null };

/** A beat's way to us only ever takes time, so a later clock is believed at once and an earlier one slowly. */
const EARLIER_SHARE = 0.1;
/** Beyond this the server's clock was set, or this machine slept: nothing to smooth. */
const JUMP_MS = 5000;

/** @param atMs the monotonic clock when the beat arrived */
export function readBeat(reading: ClockReading, beat: Heartbeat, ledger: string, atMs: number): ClockReading {
  const serverMs = Date.parse(beat.serverTime);
  const offsetMs = smoothed(reading.offsetMs, serverMs - atMs);
  const told = beat.ledgers[ledger];
  if (told === undefined) return { offsetMs, ledger: null };
  const clockMs = Date.parse(told.clock);
  // A ledger that runs with the server gets the smoothed clock, so that both never differ by a network's jitter.
  const driven = told.speed !== 1 || Math.abs(clockMs - serverMs) > 1000;
  return { offsetMs, ledger: { clockMs: driven ? clockMs : atMs + offsetMs, atMs, speed: told.speed } };
}

function smoothed(offsetMs: number | null, sampleMs: number): number {
  if (offsetMs === null) return sampleMs;
  const step = sampleMs - offsetMs;
  return step > 0 || step < -JUMP_MS ? sampleMs : offsetMs + step * EARLIER_SHARE;
}

/** Epoch milliseconds by the server's clock; `null`: never heard. */
export function serverMsAt({ offsetMs }: ClockReading, atMs: number): number | null {
  return offsetMs === null ? null : offsetMs + atMs;
}

/** Epoch milliseconds by the ledger's clock, at its own speed; `null`: the server did not tell of this ledger. */
export function ledgerMsAt({ ledger }: ClockReading, atMs: number): number | null {
  return ledger === null ? null : ledger.clockMs + (atMs - ledger.atMs) * ledger.speed;
}
