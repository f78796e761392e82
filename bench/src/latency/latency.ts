import { setTimeout as sleep } from 'node:timers/promises';

import type { Plan } from '../plan.ts';
import { cpuOfTree } from '../process-cpu.ts';
import type { Figure, Line } from '../report.ts';
import { quantile } from '../statistics.ts';
import { sendEvents, type Sent } from './open-loop.ts';
import { startService } from './service.ts';
import { openWatchers, whenHeard, type Watcher } from './watchers.ts';

const watchers = 50;
/** What was sent last needs a tick to be seen. */
const settleMs = 1500;
/** A tick of 100 ms, half of it on average, and 10 ms on the way; PERFORMANCE's G7 with the tick that walls were planned with. */
const p50GoalMs = 60;
const p99GoalMs = 120;
/** What is left of the goal when ticks have stretched to their longest. */
const busyRate = 5000;
const busyP99GoalMs = 250;

/** From the moment an event should be sent to the moment a wall has heard of it, in a service with 50 walls. */
export async function benchLatency(plan: Plan, say: (text: string) => void): Promise<Line[]> {
  const service = await startService();
  const opened: Watcher[] = [];
  try {
    opened.push(...(await openWatchers(service.port, watchers)));
    await sendEvents(service, { rate: 100, seconds: 3 }, 'W');
    await sleep(settleMs);
    const lines: Line[] = [];
    for (const { rate, seconds } of plan.loads) {
      const before = cpuOfTree(service.pid) ?? 0;
      const sent = await sendEvents(service, { rate, seconds }, `R${String(rate)}`);
      await sleep(settleMs);
      const cpuMs = (cpuOfTree(service.pid) ?? 0) - before;
      lines.push(...linesOf(sent, opened, { rate, seconds, cpuMs }));
      say(`latency: ${String(rate)} events/s for ${String(seconds)} s`);
    }
    return lines;
  } finally {
    for (const { client } of opened) client.close();
    await service.close();
  }
}

function linesOf(
  sent: readonly Sent[],
  opened: readonly Watcher[],
  { rate, seconds, cpuMs }: { readonly rate: number; readonly seconds: number; readonly cpuMs: number },
): Line[] {
  const answered = sent.flatMap(({ dueAt, answered: answer }) => (answer === null ? [] : [{ dueAt, ...answer }]));
  const acked = answered.map(({ dueAt, at }) => at - dueAt).toSorted((a, b) => a - b);
  const seen = answered
    .flatMap(({ dueAt, seq }) =>
      opened.flatMap(({ heard }) => {
        const at = whenHeard(heard, seq);
        return at === null ? [] : [at - dueAt];
      }),
    )
    .toSorted((a, b) => a - b);
  const part = `latency at ${String(rate)}/s`;
  const note = `${String(watchers)} walls, ${String(answered.length)} of ${String(sent.length)} events taken`;
  const p99 = rate >= busyRate ? busyP99GoalMs : p99GoalMs;
  return [
    { part, note, ...sides(0.5), goal: { of: 'figure', compare: 'at most', limit: p50GoalMs } },
    { part, note, ...sides(0.99), goal: { of: 'figure', compare: 'at most', limit: p99 } },
    {
      part,
      note: 'service alone',
      product: single('service', 'ms CPU/1000 events', (cpuMs / (rate * seconds)) * 1000),
      against: null,
      goal: null,
    },
  ];

  function sides(share: number): Pick<Line, 'product' | 'against'> {
    const name = `p${String(share * 100)}`;
    return {
      product: single(`event → wall ${name}`, 'ms', quantile(seen, share)),
      against: single(`event → answer ${name}`, 'ms', quantile(acked, share)),
    };
  }
}

function single(of: string, unit: string, value: number): Figure {
  return { of, unit, spread: { median: value, min: value, max: value } };
}
