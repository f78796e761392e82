import { setTimeout as sleep } from 'node:timers/promises';

import { z } from 'zod';

import { startChild } from '../child.ts';
import type { Plan } from '../plan.ts';
import { cpuOfTree } from '../process-cpu.ts';
import type { Figure, Line } from '../report.ts';
import { quantile } from '../statistics.ts';
import { sendEvents, type Receiver, type Sent } from './open-loop.ts';
import { startService } from './service.ts';
import { openWatchers, whenHeard, type Watcher } from './watchers.ts';

const watchers = 50;
/** What was sent last needs a tick to be seen. */
const settleMs = 1500;
const warmUp = { rate: 100, seconds: 3 };
/** Half a tick of 100 ms and 10 ms on the way; a tick and 20 ms. */
const p50GoalMs = 60;
const p99GoalMs = 120;
/** Where ticks have stretched to their longest. */
const busyRate = 5000;
const busyP99GoalMs = 250;

type Load = Plan['loads'][number];

/** A service with walls that listen to it. */
interface Station {
  readonly receiver: Receiver;
  /** With PostgreSQL, which is a child of the product. */
  readonly pids: readonly number[];
  readonly opened: readonly Watcher[];
  readonly close: () => Promise<void>;
}

interface Outcome {
  readonly taken: number;
  readonly sent: number;
  /** Milliseconds from the moment an event should be sent, ascending. */
  readonly answered: readonly number[];
  readonly seen: readonly number[];
  readonly cpuMs: number;
}

/**
 * From the moment an event should be sent to the moment a wall has heard of it, in the service as an operator starts it
 * and in a plain one (an INSERT a request, everything sent at once); 50 walls each, one of the two at work at a time.
 */
export async function benchLatency(
  store: { readonly url: string; readonly pid: number },
  plan: Plan,
  say: (text: string) => void,
): Promise<Line[]> {
  const stations: Station[] = [];
  try {
    stations.push(await openProduct(), await openPlain(store));
    for (const station of stations) await play(station, warmUp, 'W');
    const lines: Line[] = [];
    for (const load of plan.loads) {
      const outcomes: Outcome[] = [];
      for (const station of stations) outcomes.push(await play(station, load, `R${String(load.rate)}`));
      const [product, plain] = outcomes;
      if (product !== undefined && plain !== undefined) lines.push(...linesOf(load, product, plain));
      say(`latency: ${String(load.rate)} events/s for ${String(load.seconds)} s`);
    }
    return lines;
  } finally {
    for (const { opened, close } of stations) {
      for (const { client } of opened) client.close();
      await close();
    }
  }
}

async function openProduct(): Promise<Station> {
  const service = await startService();
  const opened = await openWatchers(service.port, watchers);
  return { receiver: service, pids: [service.pid], opened, close: () => service.close() };
}

async function openPlain(store: { readonly url: string; readonly pid: number }): Promise<Station> {
  const child = startChild('latency/plain-service.ts', [], { DATABASE_URL: store.url });
  const { port } = z.object({ port: z.number() }).parse(await child.hear());
  const opened = await openWatchers(port, watchers);
  return { receiver: { port, key: '' }, pids: [child.pid, store.pid], opened, close: () => child.stop() };
}

async function play({ receiver, pids, opened }: Station, load: Load, run: string): Promise<Outcome> {
  const before = cpuOf(pids);
  const sent = await sendEvents(receiver, load, run);
  await sleep(settleMs);
  const cpuMs = cpuOf(pids) - before;
  const answers = sent.flatMap(({ dueAt, answered }) => (answered === null ? [] : [{ dueAt, ...answered }]));
  return {
    taken: answers.length,
    sent: sent.length,
    answered: answers.map(({ dueAt, at }) => at - dueAt).toSorted((a, b) => a - b),
    seen: answers.flatMap((answer) => delaysOf(answer, opened)).toSorted((a, b) => a - b),
    cpuMs,
  };
}

function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (cpuOfTree(pid) ?? 0), 0);
}

function delaysOf(
  { dueAt, seq }: { readonly dueAt: Sent['dueAt']; readonly seq: number },
  opened: readonly Watcher[],
): number[] {
  return opened.flatMap(({ heard }) => {
    const at = whenHeard(heard, seq);
    return at === null ? [] : [at - dueAt];
  });
}

function linesOf({ rate }: Load, product: Outcome, plain: Outcome): Line[] {
  const part = `latency at ${String(rate)}/s`;
  const note = `${String(watchers)} walls, ${String(product.taken)} of ${String(product.sent)} events taken`;
  const seen = ([0.5, 0.99] as const).map((share) => ({
    part,
    note,
    product: side('event → wall', product.seen, share),
    against: side('plain', plain.seen, share),
    goal: { of: 'figure', compare: 'at most', limit: goalMs(rate, share) } as const,
  }));
  const acked = ([0.5, 0.99] as const).map((share) => ({
    part,
    product: side('event → answer', product.answered, share),
    against: side('plain', plain.answered, share),
    goal: null,
  }));
  return [...seen, ...acked, { part, product: cpu('service', product), against: cpu('plain', plain), goal: null }];
}

function side(of: string, delays: readonly number[], share: number): Figure {
  return { of: `${of} p${String(share * 100)}`, unit: 'ms', spread: single(quantile(delays, share)) };
}

function cpu(of: string, { cpuMs, taken }: Outcome): Figure {
  return { of, unit: 'ms CPU/1000 events', spread: single((cpuMs / taken) * 1000) };
}

function goalMs(rate: number, share: 0.5 | 0.99): number {
  if (share === 0.5) return p50GoalMs;
  return rate >= busyRate ? busyP99GoalMs : p99GoalMs;
}

function single(value: number): Figure['spread'] {
  return { median: value, min: value, max: value };
}
