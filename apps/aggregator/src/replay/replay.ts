import { setTimeout as sleep } from 'node:timers/promises';

import type { FlagtowerRecord } from '@flagtower/contracts';

import type { Telling } from './tellings.ts';

export interface ReplayTarget {
  /** Sets the ledger's time, from which it runs at `speed`. */
  readonly drive: (at: number, speed: number) => Promise<void>;
  /** Resolves when the records are durable. */
  readonly send: (
    records: readonly FlagtowerRecord[],
  ) => Promise<{ accepted: number; duplicates: number; quarantined: number }>;
}

export interface ReplayOptions {
  /** The whole history is told in this time. */
  readonly withinSeconds: number;
  readonly signal: AbortSignal;
  readonly onProgress: (told: number) => void;
  readonly now?: () => number;
}

export interface Replay {
  readonly told: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly speed: number;
  readonly seconds: number;
}

const beatMs = 100;
const mostAtOnce = 1000;

/**
 * Tells a history in the order of its moments, while the ledger's own clock runs through it: what the wall shows then is
 * what it would have shown.
 * @param tellings in the order of their moments, at least one
 */
export async function replay(
  tellings: readonly Telling[],
  target: ReplayTarget,
  { withinSeconds, signal, onProgress, now = Date.now }: ReplayOptions,
): Promise<Replay> {
  const first = tellings[0]?.at ?? 0;
  const last = tellings.at(-1)?.at ?? first;
  const speed = Math.max(1, (last - first) / (withinSeconds * 1000));
  await target.drive(first, speed);
  // Counted from the answer on: behind the ledger's clock by the way of it, never ahead, where records would be refused.
  const startedAt = now();
  const total = { accepted: 0, duplicates: 0, quarantined: 0 };
  let told = 0;
  while (told < tellings.length && !signal.aborted) {
    const clock = first + (now() - startedAt) * speed;
    const due = tellings.slice(told, told + mostAtOnce).filter(({ at }) => at <= clock);
    if (due.length > 0) {
      const answer = await target.send(due.map(({ record }) => record));
      total.accepted += answer.accepted;
      total.duplicates += answer.duplicates;
      total.quarantined += answer.quarantined;
      told += due.length;
      onProgress(told);
    }
    if (due.length < mostAtOnce && told < tellings.length)
      await sleep(beatMs, undefined, { signal }).catch(() => undefined);
  }
  // From here on the ledger's time runs like everybody's.
  await target.drive(Math.max(last, first + (now() - startedAt) * speed), 1);
  return { told, ...total, speed, seconds: (now() - startedAt) / 1000 };
}
