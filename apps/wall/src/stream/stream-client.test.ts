import { afterEach, expect, test, vi } from 'vitest';

import { openLoopbackHub, type LoopbackHub, type LoopbackOptions } from './loopback-hub.ts';
import { streamClient, type StreamClient } from './stream-client.ts';

const opened: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const it of opened.splice(0).toReversed()) await it.close();
});

async function hubWith(options: LoopbackOptions): Promise<LoopbackHub> {
  const hub = await openLoopbackHub(options);
  opened.push(hub);
  return hub;
}

function clientOf({ url }: { url: string }, token: string | null = null): StreamClient {
  const client = streamClient({
    url,
    ledger: 'trial',
    token,
    monotonic: () => performance.now(),
    random: () => 0,
    beforePaint: (task) => task(),
  });
  opened.push(client);
  client.open();
  return client;
}

const shows = (client: StreamClient, topic: string) => Object.fromEntries(client.view(topic).state);
const eventually = (assertion: () => void) => vi.waitFor(assertion, { timeout: 4000, interval: 10 });

test('a watched topic shows the snapshot and follows the deltas', async () => {
  const hub = await hubWith({ epoch: 'e1', state: { a: 1, b: 2 } });
  const client = clientOf(hub);
  const changes = vi.fn<() => void>();

  client.watch(hub.topic, changes);
  await eventually(() => expect(shows(client, hub.topic)).toEqual({ a: 1, b: 2 }));
  hub.publish({ a: 1, c: 3 });
  hub.repeat();

  await eventually(() => expect(shows(client, hub.topic)).toEqual({ a: 1, c: 3 }));
  expect(client.view(hub.topic).cut?.knownSeq).toBe(1);
  expect(hub.asked).toHaveLength(1);
  expect(changes).toHaveBeenCalledTimes(2);
});

test('a lost delta is noticed at the next one and asked for again', async () => {
  const hub = await hubWith({ epoch: 'e1', state: { a: 1, b: 1, c: 1, d: 1 } });
  const client = clientOf(hub);
  client.watch(hub.topic, () => {});
  await eventually(() => expect(client.view(hub.topic).state.size).toBe(4));

  hub.publish({ a: 2, b: 1, c: 1, d: 1 }, 'lose');
  hub.publish({ a: 2, b: 2, c: 1, d: 1 });

  await eventually(() => expect(shows(client, hub.topic)).toEqual({ a: 2, b: 2, c: 1, d: 1 }));
  expect(hub.asked.at(-1)).toEqual({ epoch: 'e1', revision: 0 });
});

test('what happened while the connection was gone is there after it came back', async () => {
  const hub = await hubWith({ epoch: 'e1', state: { a: 1 } });
  const client = clientOf(hub);
  client.watch(hub.topic, () => {});
  await eventually(() => expect(client.view(hub.topic).state.size).toBe(1));

  hub.cutConnections();
  hub.publish({ a: 2 });

  await eventually(() => expect(shows(client, hub.topic)).toEqual({ a: 2 }));
  expect(hub.asked.at(-1)).toEqual({ epoch: 'e1', revision: 0 });
});

test('a server that restarts in a new epoch replaces the state, and until then the old one stays on show', async () => {
  const first = await openLoopbackHub({ epoch: 'e1', state: { a: 1 } });
  const client = clientOf(first);
  client.watch(first.topic, () => {});
  await eventually(() => expect(client.view(first.topic).state.size).toBe(1));

  await first.close();
  expect(shows(client, first.topic)).toEqual({ a: 1 });
  await hubWith({ epoch: 'e2', port: first.port, state: { z: 9 } });

  await eventually(() => expect(shows(client, first.topic)).toEqual({ z: 9 }));
});

test('a client that the server took out for being slow subscribes again', async () => {
  const hub = await hubWith({ epoch: 'e1', state: { a: 1 } });
  const client = clientOf(hub);
  client.watch(hub.topic, () => {});
  await eventually(() => expect(client.view(hub.topic).state.size).toBe(1));

  hub.publish({ a: 2 }, 'lose');
  hub.lag();

  await eventually(() => expect(shows(client, hub.topic)).toEqual({ a: 2 }));
});

test('a heartbeat of another run makes every topic ask again', async () => {
  const hub = await hubWith({ epoch: 'e1', state: { a: 1 } });
  const client = clientOf(hub);
  client.watch(hub.topic, () => {});
  await eventually(() => expect(hub.asked).toHaveLength(1));

  hub.beat();
  hub.beat({ epoch: 'e2' });

  await eventually(() => expect(hub.asked).toHaveLength(2));
  expect(client.contact()).toMatchObject({ contact: 'live', epoch: 'e2' });
});

test('the token goes along, and a refusal is shown until the server lets the page in', async () => {
  let connection: 'UNAUTHORISED' | undefined = 'UNAUTHORISED';
  const hub = await hubWith({
    epoch: 'e1',
    state: { a: 1 },
    refuse: () => (connection === undefined ? {} : { connection }),
  });
  const client = clientOf(hub, 'read-me');
  client.watch(hub.topic, () => {});

  await eventually(() => expect(client.refusal()).toBe('UNAUTHORISED'));
  expect(hub.tokens).toContain('read-me');

  connection = undefined;
  await vi.waitFor(() => expect(shows(client, hub.topic)).toEqual({ a: 1 }), { timeout: 9000, interval: 50 });
  expect(client.refusal()).toBeNull();
}, 12_000);

test('a refused topic says why and keeps nothing back once it is allowed', async () => {
  const hub = await hubWith({ epoch: 'e1', refuse: () => ({ subscription: 'UNKNOWN_UNIT' }) });
  const client = clientOf(hub);

  client.watch(hub.topic, () => {});

  await eventually(() => expect(client.view(hub.topic)).toMatchObject({ cut: null, refusal: 'UNKNOWN_UNIT' }));
});

test('two watchers of one topic share one subscription', async () => {
  const hub = await hubWith({ epoch: 'e1', state: { a: 1 } });
  const client = clientOf(hub);

  const stop = client.watch(hub.topic, () => {});
  client.watch(hub.topic, () => {});
  stop();

  await eventually(() => expect(client.view(hub.topic).state.size).toBe(1));
  expect(hub.asked).toHaveLength(1);
});
