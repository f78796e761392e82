import { instantSchema, type Instant } from '@flagtower/contracts';

/** Whether we hear the server: `connecting` until the first heartbeat, `lost` after 3.5 s without one. */
export interface Contact {
  readonly contact: 'connecting' | 'live' | 'lost';
  /** When it became so, by the server's clock; `null`: the server was never heard, so nobody knows the time. */
  readonly since: Instant | null;
  /** The server's build and run at the last heartbeat; `null` before the first. */
  readonly epoch: string | null;
}

/** Heartbeats come every second. The socket's own idea of being open is no sign of life. */
export const LOST_AFTER_MS = 3500;

/** The wire's form of epoch milliseconds. */
export function instantOf(epochMs: number): Instant {
  return instantSchema.parse(new Date(epochMs).toISOString());
}
