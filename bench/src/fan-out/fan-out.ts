import { startChild, type Child } from '../child.ts';
import type { Plan } from '../plan.ts';
import type { Line } from '../report.ts';
import { spreadOf } from '../statistics.ts';
import { rotated } from '../turns.ts';
import { cpuAnswerSchema, readyAnswerSchema } from './server-child.ts';

interface Station {
  readonly name: string;
  readonly server: Child;
  readonly listeners: Child;
  readonly turns: { readonly delivered: number; readonly ms: number; readonly cpuMs: number }[];
}

/** The hub against a bare `io.emit` of the same delta, each with its own listeners; one of them works at a time. */
export async function benchFanOut(databaseUrl: string, plan: Plan, say: (text: string) => void): Promise<Line[]> {
  const stations: Station[] = [];
  try {
    for (const [name, file] of [
      ['hub', 'fan-out/hub-server.ts'],
      ['io.emit', 'fan-out/bare-server.ts'],
    ] as const)
      stations.push(await openStation(name, file, databaseUrl, plan.clients));
    // The first turn warms up the code of both.
    for (const station of stations) await turn(station, plan, plan.fanOutTurnMs / 2);
    for (const station of stations) station.turns.length = 0;
    for (let round = 0; round < plan.fanOutTurns; round += 1)
      for (const station of rotated(stations, round)) await turn(station, plan, plan.fanOutTurnMs);
    say(`fan-out: ${String(plan.fanOutTurns)} turns with ${String(plan.clients)} clients`);
  } finally {
    for (const { server, listeners } of stations) await Promise.all([listeners.stop(), server.stop()]);
  }
  return linesOf(stations);
}

async function openStation(name: string, file: string, databaseUrl: string, clients: number): Promise<Station> {
  const server = startChild(file, [], { DATABASE_URL: databaseUrl });
  const { port } = readyAnswerSchema.parse(await server.hear());
  const listeners = startChild('fan-out/listeners.ts', [String(port), String(clients)]);
  await listeners.hear();
  return { name, server, listeners, turns: [] };
}

/** The next delta leaves when every client has heard the last one. */
async function turn({ server, listeners, turns }: Station, { clients }: Plan, forMs: number): Promise<void> {
  const before = await cpuOf(server);
  const started = performance.now();
  let deltas = 0;
  while (performance.now() - started < forMs) {
    const heard = listeners.hear();
    server.tell('publish');
    await heard;
    deltas += 1;
  }
  const ms = performance.now() - started;
  turns.push({ delivered: deltas * clients, ms, cpuMs: (await cpuOf(server)) - before });
}

async function cpuOf(server: Child): Promise<number> {
  const answer = server.hear();
  server.tell('cpu');
  return cpuAnswerSchema.parse(await answer).cpuMs;
}

function linesOf(stations: readonly Station[]): Line[] {
  const figure = (of: string, unit: string, value: (turn: Station['turns'][number]) => number): Line['product'] => ({
    of,
    unit,
    spread: spreadOf((stations.find(({ name }) => name === of)?.turns ?? []).map(value)),
  });
  const cpu = (of: string): Line['product'] =>
    figure(of, 'ms CPU/1000', ({ cpuMs, delivered }) => (cpuMs / delivered) * 1000);
  const rate = (of: string): Line['product'] =>
    figure(of, 'messages/s', ({ delivered, ms }) => (delivered / ms) * 1000);
  return [
    {
      part: 'fan-out',
      note: 'G1',
      product: cpu('hub'),
      against: cpu('io.emit'),
      goal: { of: 'ratio', compare: 'at most', limit: 1.1 },
    },
    {
      part: 'fan-out',
      note: 'G1',
      product: rate('hub'),
      against: rate('io.emit'),
      goal: { of: 'ratio', compare: 'at least', limit: 0.9 },
    },
  ];
}
