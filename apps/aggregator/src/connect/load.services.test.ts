import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { deltaSchema, sourceBoardRowSchema } from '@flagtower/contracts';
import { connectAsync } from 'mqtt';
import { io } from 'socket.io-client';
import { expect, test as base, vi } from 'vitest';
import { z } from 'zod';

import { ownBroker } from '../testing/own-broker.ts';

const entry = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
/** Ten minutes, by hand: `FLAGTOWER_LOAD_SECONDS=600`. */
const seconds = Number(process.env['FLAGTOWER_LOAD_SECONDS'] ?? 60);
const turnMs = 100;
/** Of each way and turn: 1000 a second by MQTT, 1000 by HTTP. */
const perTurn = 100;
const entities = 10_000;
/** With room without end a heap grows before it is swept: in a small one, what is kept for good ends the process. */
const heapMib = 224;
const patient = { timeout: 240_000, interval: 500 };

interface City {
  readonly url: string;
  readonly brokerUrl: string;
  readonly adminKey: string;
}

const test = base.extend('city', async ({}, { onCleanup }): Promise<City> => {
  const broker = await ownBroker();
  const folder = await mkdtemp(join(tmpdir(), 'flagtower-load-'));
  await chmod(folder, 0o755);
  const dataDir = join(folder, 'data');
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [entry, 'serve', '--port', '0', '--json', '--data', dataDir], {
    env: { ...env, MQTT_URL: broker.url, LOG_LEVEL: 'error', NODE_OPTIONS: `--max-old-space-size=${String(heapMib)}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onCleanup(async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    await broker.close();
    await rm(folder, { recursive: true, force: true });
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url } = JSON.parse(line.toString()) as { url: string };
  const adminKey = (await readFile(join(dataDir, 'keys', 'admin.key'), 'utf8')).trim();
  return { url, brokerUrl: broker.url, adminKey };
});

async function declare({ url, adminKey }: City, id: string, more: object): Promise<string> {
  const config = { id, names: { vi: id, en: id }, ledger: 'real', zone: 'Asia/Ho_Chi_Minh', ...more };
  const answer = await fetch(`${url}/v1/sources`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(config),
  });
  return z.object({ key: z.string() }).parse(await answer.json()).key;
}

/** As a source does: what is not taken for want of room is sent again. */
async function push(city: City, id: string, key: string, lines: readonly object[]): Promise<void> {
  const { url } = city;
  const answer = await fetch(`${url}/v1/intake/${id}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
    body: lines.map((line) => JSON.stringify(line)).join('\n'),
  });
  if (answer.status === 429) {
    await sleep(2000);
    await push(city, id, key, lines);
  } else if (!answer.ok) throw new Error(`the service answers ${String(answer.status)}`);
}

async function row({ url }: City, id: string): Promise<z.infer<typeof sourceBoardRowSchema>> {
  const answer = z.object({ sources: z.array(sourceBoardRowSchema) });
  const { sources } = answer.parse(await (await fetch(`${url}/v1/sources?ledger=real`)).json());
  const found = sources.find((each) => each.id === id);
  if (found === undefined) throw new TypeError('it was declared');
  return found;
}

async function residentBytes({ url }: City): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]);
}

function observation(feed: string, entity: string, occurredAt: string, value: number): object {
  const recordId = `${feed}/${entity}/${occurredAt}/${String(value)}`;
  return { kind: 'observation', recordId, occurredAt, feed, entity, metric: 'speed', value, unitOfMeasure: 'km/h' };
}

/** Measures how long a reading takes from its sender to who follows the stream. */
async function latencies(city: City, key: string, until: Promise<void>): Promise<number[]> {
  const client = io(city.url, { transports: ['websocket'] });
  const sentAt = new Map<number, number>();
  const measured: number[] = [];
  const probeSchema = z.object({ metrics: z.object({ speed: z.object({ value: z.number() }) }) });
  client.on('delta', (delta: unknown) => {
    const { topic, set } = deltaSchema.parse(delta);
    const probe = topic === 'feed/probe' ? probeSchema.safeParse(set['probe']) : null;
    const sent = probe?.success === true ? sentAt.get(probe.data.metrics.speed.value) : undefined;
    if (sent !== undefined) measured.push(performance.now() - sent);
  });
  await once(client as unknown as NodeJS.EventEmitter, 'connect');
  await client.emitWithAck('subscribe', { protocol: 1, ledger: 'real', topic: 'feed/probe' });
  const isOver = async (): Promise<boolean> =>
    await Promise.race([until.then(() => true), sleep(500).then(() => false)]);
  for (let value = 1; !(await isOver()); value += 1) {
    sentAt.set(value, performance.now());
    await push(city, 'probe', key, [
      { ...observation('probe', 'probe', new Date().toISOString(), value), point: [105.85, 21.03] },
    ]);
  }
  client.disconnect();
  return measured;
}

test(
  'two thousand observations a second, by a broker and by HTTP at once, are all there, in memory that does not grow',
  { timeout: 540_000 + 1000 * seconds },
  async ({ city, annotate }) => {
    const readings = {
      feed: 'air',
      entity: { topic: 'station' },
      occurredAt: { path: '/at', as: 'milliseconds' },
      values: [{ metric: { text: 'pm25' }, path: '/pm25', unitOfMeasure: 'ug/m3' }],
    };
    await declare(city, 'by-mqtt', { mqtt: { topics: ['air/{station}'], format: 'readings', readings } });
    const key = await declare(city, 'by-http', {});
    const probeKey = await declare(city, 'probe', {});
    const client = await connectAsync(city.brokerUrl, { protocolVersion: 5 });
    await vi.waitFor(async () => {
      await client.publishAsync('air/first', JSON.stringify({ at: Date.now(), pm25: 1 }), { qos: 1 });
      expect((await row(city, 'by-mqtt')).accepted).toBeGreaterThan(0);
    }, patient);
    const before = (await row(city, 'by-mqtt')).accepted;

    const turns = (seconds * 1000) / turnMs;
    const pending: Promise<unknown>[] = [];
    const memory: number[] = [];
    const begun = performance.now();
    const load = (async () => {
      for (let turn = 0; turn < turns; turn += 1) {
        const at = Date.now();
        const entityOf = (index: number): string => `e-${String((turn * perTurn + index) % entities)}`;
        const indexes = Array.from({ length: perTurn }, (_, index) => index);
        for (const index of indexes)
          pending.push(client.publishAsync(`air/${entityOf(index)}`, JSON.stringify({ at, pm25: index }), { qos: 1 }));
        const time = new Date(at).toISOString();
        pending.push(
          push(
            city,
            'by-http',
            key,
            indexes.map((index) => observation('road', entityOf(index), time, turn * perTurn + index)),
          ),
        );
        if (turn % 50 === 49) memory.push(await residentBytes(city));
        await sleep(Math.max(0, begun + (turn + 1) * turnMs - performance.now()));
      }
    })();
    const measured = await latencies(city, probeKey, load);
    await load;
    await Promise.all(pending);
    const sentInMs = performance.now() - begun;

    const total = turns * perTurn;
    await vi.waitFor(async () => expect((await row(city, 'by-mqtt')).accepted).toBe(before + total), patient);
    const drainedInMs = performance.now() - begun;
    await client.endAsync();
    const text = await (await fetch(`${city.url}/metrics`)).text();
    const mean = (name: string): string => {
      const [sum, count] = ['sum', 'count'].map((part) =>
        Number(new RegExp(`^${name}_${part} (\\S+)$`, 'm').exec(text)?.[1]),
      );
      return `${String(Math.round((1000 * (sum ?? 0)) / (count ?? 1)))} ms × ${String(count)}`;
    };
    expect(await row(city, 'by-http')).toMatchObject({ accepted: total, duplicates: 0, quarantined: 0 });
    expect(await row(city, 'by-mqtt')).toMatchObject({ quarantined: 0, conflicts: 0, trouble: null });
    const mib = memory.map((bytes) => Math.round(bytes / 1024 / 1024));
    const sorted = measured.toSorted((one, other) => one - other);
    const part = (share: number): string => String(Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? NaN));
    await annotate(
      `${String(2 * total)} sent in ${String(Math.round(sentInMs))} ms, all there after ${String(Math.round(drainedInMs))} ms; ` +
        `delta latency in ms: median ${part(0.5)}, P95 ${part(0.95)}, worst ${part(1)} of ${String(sorted.length)}; memory in MiB: ${mib.join(', ')}; ` +
        `commits ${mean('flagtower_commit_seconds')}, ticks ${mean('flagtower_tick_seconds')}`,
    );
    const settled = Math.max(...mib.slice(3, 7));
    expect(Math.max(...mib.slice(-3))).toBeLessThan(settled * 1.5 + 100);
    expect(sorted.length).toBeGreaterThan(0);
  },
);
