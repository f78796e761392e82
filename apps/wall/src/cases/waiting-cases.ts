import type { Level } from '../look/level.ts';

const nearMs = 24 * 3_600_000;

interface Promised {
  /** Instant; `null`: nobody promised an end. */
  readonly dueAt: string | null;
}

/** What was promised soonest, and so what is overdue longest, first; what nobody promised last. */
export function mostUrgentFirst<T extends Promised & { readonly since: string }>(cases: readonly T[]): T[] {
  return cases.toSorted((one, other) => dueMs(one) - dueMs(other) || Date.parse(one.since) - Date.parse(other.since));
}

/** Overdue from the first moment after the deadline; to be watched during its last 24 hours. */
export function levelOfCase(promised: Promised, atMs: number): Level {
  const left = dueMs(promised) - atMs;
  if (left < 0) return 'warning';
  return left <= nearMs ? 'watch' : 'normal';
}

/** Where the press item itself stands; `null`: its code is no address that a browser should follow. */
export function addressOfCase(code: string): string | null {
  const address = URL.canParse(code) ? new URL(code) : null;
  return address !== null && (address.protocol === 'https:' || address.protocol === 'http:') ? address.href : null;
}

function dueMs({ dueAt }: Promised): number {
  return dueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(dueAt);
}
