import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

import { connectAsync } from 'mqtt';
import { expect, onTestFinished, test, vi } from 'vitest';

import { cityModel } from '../city-model.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { gaugeMessages, gaugePlan } from './gauge-messages.ts';
import { tellBroker } from './tell-broker.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('it listened at a port');
  return address.port;
}

function startBroker(port: number): void {
  // Debian keeps it where only administrators look.
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };
  const broker = spawn('mosquitto', ['-p', String(port)], { stdio: 'ignore', env });
  onTestFinished(async () => {
    const ended = once(broker, 'exit');
    broker.kill('SIGTERM');
    await ended;
  });
}

test('gauges tell a broker what a frame has, once, by topics that the service is told; the broker may start later', async () => {
  const port = await freePort();
  const url = `mqtt://127.0.0.1:${String(port)}`;
  const startAt = Date.parse('2026-11-24T04:01:00Z');
  let now = startAt;
  const city = cityModel(sampleCity(3), 1);
  const messagesAt = gaugeMessages(city, startAt);
  const stop = new AbortController();
  const waited = vi.fn<() => void>();
  const told = tellBroker(
    { url, everyMs: 300_000, now: () => now, messagesAt },
    { signal: stop.signal, onWait: waited },
  ).catch((error: unknown) => (error instanceof Error ? error.name : error));
  await vi.waitFor(() => expect(waited).toHaveBeenCalled(), { timeout: 10_000 });

  startBroker(port);
  const listener = await vi.waitFor(async () => await connectAsync(url, { protocolVersion: 5 }), { timeout: 10_000 });
  onTestFinished(() => listener.endAsync(true));
  const heard: string[] = [];
  listener.on('message', (topic, payload) => heard.push(`${topic} ${payload.toString()}`));
  const [template = ''] = gaugePlan(city).topics;
  await listener.subscribeAsync(template.replaceAll(/\{[a-z]+\}/g, '+'), { qos: 1 });
  now = startAt + 300_000;
  const expected = messagesAt(Date.parse('2026-11-24T04:05:00Z')).map(({ topic, payload }) => `${topic} ${payload}`);

  await vi.waitFor(() => expect(heard).toEqual(expect.arrayContaining(expected)), { timeout: 20_000 });
  expect(new Set(heard).size).toBe(heard.length);
  expect(expected).toHaveLength(54);

  stop.abort();
  expect(await told).toBe('AbortError');
});
