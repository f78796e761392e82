import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

import { parser, writeToStream, type Packet } from 'mqtt-packet';
import { expect, onTestFinished, test, vi } from 'vitest';

import { runSession } from './mqtt-session.ts';

interface Broker {
  readonly url: string;
  /** Identifiers of the messages that were acknowledged, in order. */
  readonly acknowledged: number[];
  readonly publish: (messageId: number, qos?: 0 | 1) => void;
}

/** The broker's side of a connection, as far as a session needs it. */
async function loopbackBroker(): Promise<Broker> {
  const acknowledged: number[] = [];
  let socket: Socket | null = null;
  const answer = (packet: Packet, to: Socket): void => {
    const version = { protocolVersion: 5 };
    if (packet.cmd === 'connect') writeToStream({ cmd: 'connack', sessionPresent: false, reasonCode: 0 }, to, version);
    if (packet.cmd === 'subscribe')
      writeToStream({ cmd: 'suback', messageId: packet.messageId ?? 0, granted: [1] }, to, version);
    if (packet.cmd === 'puback') acknowledged.push(packet.messageId ?? 0);
  };
  const server = createServer((connection) => {
    socket = connection;
    const reader = parser({ protocolVersion: 5 });
    reader.on('packet', (packet) => answer(packet, connection));
    connection.on('data', (chunk) => reader.parse(chunk));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    socket?.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `mqtt://127.0.0.1:${String(port)}`,
    acknowledged,
    publish: (messageId, qos = 1) => {
      if (socket === null) throw new TypeError('nobody is connected');
      const message = {
        cmd: 'publish',
        topic: 'air/a',
        payload: String(messageId),
        qos,
        dup: false,
        retain: false,
      } as const;
      writeToStream(qos === 0 ? message : { ...message, messageId }, socket, { protocolVersion: 5 });
    },
  };
}

// The library documents no way to hold several messages at once: what the session relies on is held here.
test('messages are handed over while earlier ones are written, and each is acknowledged once it is durable', async () => {
  const broker = await loopbackBroker();
  const stopped = new AbortController();
  const durable = new Map<string, () => void>();
  const ready = Promise.withResolvers<void>();
  const session = runSession({
    url: broker.url,
    clientId: 'session',
    filters: ['air/+'],
    sessionSeconds: 60,
    signal: stopped.signal,
    take: async (_topic, payload) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      durable.set(Buffer.from(payload).toString(), resolve);
      await promise;
    },
    onReady: ready.resolve,
    onLost: () => undefined,
  });
  await ready.promise;

  for (const id of [1, 2, 3]) broker.publish(id);
  await vi.waitFor(() => expect([...durable.keys()]).toEqual(['1', '2', '3']));
  const before = [...broker.acknowledged];
  durable.get('2')?.();
  await vi.waitFor(() => expect(broker.acknowledged).toEqual([2]));
  durable.get('1')?.();
  stopped.abort();
  durable.get('3')?.();
  await session;

  expect(before).toEqual([]);
  await vi.waitFor(() => expect(broker.acknowledged).toEqual([2, 1, 3]));
});

test('a message that cannot be taken ends the session unacknowledged, so that the broker keeps it', async () => {
  const broker = await loopbackBroker();
  const ready = Promise.withResolvers<void>();
  const session = runSession({
    url: broker.url,
    clientId: 'fails',
    filters: ['air/+'],
    sessionSeconds: 60,
    signal: new AbortController().signal,
    take: async () => {
      throw new TypeError('the store is away');
    },
    onReady: ready.resolve,
    onLost: () => undefined,
  });
  await ready.promise;

  broker.publish(7);

  await expect(session).rejects.toThrow('the store is away');
  expect(broker.acknowledged).toEqual([]);
});

test('a message of QoS 0 that cannot be taken is lost, and told so; those of QoS 1 are not', async () => {
  const broker = await loopbackBroker();
  const ready = Promise.withResolvers<void>();
  const away = Promise.withResolvers<never>();
  let [lost, came] = [0, 0];
  const session = runSession({
    url: broker.url,
    clientId: 'loses',
    filters: ['air/+'],
    sessionSeconds: 60,
    signal: new AbortController().signal,
    take: async () => {
      came += 1;
      await away.promise;
    },
    onReady: ready.resolve,
    onLost: () => {
      lost += 1;
    },
  });
  await ready.promise;
  for (const id of [1, 2, 3]) broker.publish(id, 0);
  broker.publish(4, 1);
  await vi.waitFor(() => expect(came).toBe(4));

  away.reject(new TypeError('the store is away'));

  await expect(session).rejects.toThrow('the store is away');
  expect([lost, broker.acknowledged]).toEqual([3, []]);
});
