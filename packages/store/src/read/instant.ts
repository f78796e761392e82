import { instantSchema, type Instant } from '@flagtower/contracts';

/** Epoch milliseconds as the wire writes a moment. */
export function instantOf(ms: number): Instant {
  return instantSchema.parse(new Date(ms).toISOString());
}
