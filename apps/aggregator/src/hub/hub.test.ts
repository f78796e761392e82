import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

import { hanoi } from '@flagtower/city-hanoi';
import {
  PROTOCOL_VERSION,
  recordSchema,
  sourceConfigSchema,
  subscribedSchema,
  topicSchema,
  type ClientToServer,
  type Delta,
  type FlagtowerRecord,
  type ServerToClient,
  type Subscribed,
} from '@flagtower/contracts';
import { applySubscribed, ask, holding, receiveDelta, unknownTopic, type Replica, ruleBookOf } from '@flagtower/domain';
import {
  commitBatch,
  declareSource,
  ensureLedgers,
  ledgerNamed,
  ledgerStore,
  sourceNamed,
  type Ledger,
} from '@flagtower/store';
import { test } from '@flagtower/store/testing';
import fastify from 'fastify';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished } from 'vitest';

import { Engine } from '../engine/engine.ts';
import { Hub } from './hub.ts';

type Client = Socket<ServerToClient, ClientToServer>;

const topic = topicSchema.parse('kpis/01');
let cities = 0;

interface Station {
  readonly url: string;
  send(count: number): Promise<void>;
  open(more?: { origin?: string }): Client;
  close(): Promise<void>;
}

async function openStation(
  database: { pool: Parameters<typeof ensureLedgers>[0] & Parameters<typeof ledgerStore>[0]; url: string },
  mayFollow = true,
): Promise<Station> {
  cities += 1;
  const city = { ...hanoi, id: `hub-${String(cities)}` };
  const { pool } = database;
  await ensureLedgers(pool, city.id, city.zone, city.rulesVersion);
  const ledger: Ledger = await ledgerNamed(pool, city.id, 'trial');
  await declareSource(
    pool,
    ledger.id,
    sourceConfigSchema.parse({ id: 'desk', names: { vi: 'Quầy', en: 'Desk' }, ledger: 'trial', zone: city.zone }),
  );
  const store = ledgerStore(pool, ruleBookOf(city));
  const http = createServer();
  const publishing: { hub: Hub | null } = { hub: null };
  const engine = new Engine({
    pool,
    databaseUrl: database.url,
    city,
    epoch: `epoch-${String(cities)}`,
    now: Date.now,
    onDelta: (delta) => publishing.hub?.publish(delta),
    onTick: () => undefined,
    onFailure: (error) => {
      throw error;
    },
  });
  const hub = new Hub({
    http,
    epoch: `epoch-${String(cities)}`,
    build: 'b1',
    now: Date.now,
    engineOf: (name) => engine.of(name),
    awake: () => engine.awake(),
    mayFollow: () => Promise.resolve(mayFollow),
    log: fastify().log,
  });
  publishing.hub = hub;
  await engine.start();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`;
  onTestFinished(async () => {
    await hub.close();
    await engine.close();
  });
  let sent = 0;
  return {
    url,
    close: () => hub.close(),
    async send(count) {
      const source = await sourceNamed(pool, ledger.id, 'desk');
      if (source === null) throw new Error('the source was just declared');
      const records = Array.from({ length: count }, () => received(String((sent += 1))));
      await commitBatch(store, {
        ledger,
        source,
        importId: null,
        fileHash: null,
        items: records.map((record, index) => ({ line: index + 1, record })),
        rejections: [],
        now: Date.now(),
      });
    },
    open({ origin } = {}) {
      const client: Client = io(url, {
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        ...(origin !== undefined && { extraHeaders: { origin } }),
      });
      onTestFinished(() => {
        client.disconnect();
      });
      return client;
    },
  };
}

function received(code: string): FlagtowerRecord {
  const at = new Date().toISOString();
  return recordSchema.parse({
    kind: 'dossier-event',
    recordId: code,
    occurredAt: at,
    caseKind: 'dossier',
    dossier: code,
    steps: [{ step: 'received', at }],
    dating: 'change',
    unit: '00004',
    channel: 'online',
  });
}

async function subscribe(
  client: Client,
  held: { epoch?: string; revision?: number } = {},
  protocol = PROTOCOL_VERSION,
): Promise<Subscribed> {
  return subscribedSchema.parse(
    await new Promise((resolve) => client.emit('subscribe', { protocol, ledger: 'trial', topic, ...held }, resolve)),
  );
}

function nextDelta(client: Client, fits: (delta: Delta) => boolean): Promise<Delta> {
  return new Promise((resolve) => {
    client.on('delta', (delta) => {
      if (fits(delta)) resolve(delta);
    });
  });
}

const receivedToday = 'dossiers.received|today';

function valueIn(
  state: Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>,
  key = receivedToday,
): unknown {
  const cell = state instanceof Map ? state.get(key) : new Map(Object.entries(state)).get(key);
  return cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : undefined;
}

test('a client gets a snapshot, then one delta for what is committed', async ({ database }) => {
  const station = await openStation(database);
  await station.send(2);
  const client = station.open();

  const reply = await subscribe(client);
  const changed = nextDelta(client, ({ set }) => valueIn(set) === 5);
  await station.send(3);

  expect(reply.outcome === 'snapshot' && valueIn(reply.snapshot.state)).toBe(2);
  expect((await changed).topic).toBe(topic);
});

test('a client that was away gets exactly what it missed, and ends equal to one that stayed', async ({ database }) => {
  const station = await openStation(database);
  await station.send(1);
  const [steady, first] = [station.open(), station.open()];
  const stayed = follow(steady);
  await subscribeInto(stayed);
  const away = follow(first);
  await subscribeInto(away);

  first.disconnect();
  const all = nextDelta(steady, ({ set }) => valueIn(set) === 4);
  await station.send(3);
  await all;
  const back = follow(station.open(), away.replica);
  const outcome = await subscribeInto(back);

  expect(outcome).toBe('recovered');
  expect(valueIn(back.replica.held?.state ?? new Map())).toBe(4);
  expect(back.replica.held?.state.get(receivedToday)).toEqual(stayed.replica.held?.state.get(receivedToday));
});

interface Follower {
  readonly client: Client;
  replica: Replica;
}

function follow(client: Client, replica: Replica = unknownTopic): Follower {
  const follower = { client, replica };
  client.on('delta', (delta) => {
    follower.replica = receiveDelta(follower.replica, delta).replica;
  });
  return follower;
}

async function subscribeInto(follower: Follower): Promise<Subscribed['outcome']> {
  follower.replica = ask(follower.replica);
  const { asked } = follower.replica;
  const reply = await subscribe(follower.client, holding(follower.replica));
  follower.replica = applySubscribed(follower.replica, asked, reply).replica;
  return reply.outcome;
}

test('an epoch that is over is answered with a snapshot, never with a part', async ({ database }) => {
  const station = await openStation(database);

  const reply = await subscribe(station.open(), { epoch: 'another', revision: 3 });

  expect(reply.outcome).toBe('snapshot');
});

test('another protocol, an unknown topic and nonsense are refused by name', async ({ database }) => {
  const station = await openStation(database);
  const client = station.open();
  // What no honest client sends.
  const raw = (request: object): Promise<Subscribed> =>
    new Promise((resolve) => client.emit('subscribe', request as Parameters<ClientToServer['subscribe']>[0], resolve));

  const replies = [
    await subscribe(client, {}, 99),
    await raw({ protocol: PROTOCOL_VERSION, ledger: 'trial', topic: 'series/nothing' }),
    await raw({ topic: 7 }),
  ];

  expect(replies).toEqual([
    { outcome: 'refused', code: 'PROTOCOL_VERSION' },
    { outcome: 'refused', code: 'NOT_FOUND' },
    { outcome: 'refused', code: 'BAD_REQUEST' },
  ]);
});

test('a page of another site and a stranger without a token are turned away', async ({ database }) => {
  const refusalOf = async (client: Client): Promise<string> =>
    new Promise((resolve) => {
      client.on('connect_error', (error) => {
        resolve(error.message);
      });
    });
  const [open, closed] = [await openStation(database), await openStation(database, false)];

  const refusals = await Promise.all([
    refusalOf(open.open({ origin: 'https://elsewhere.example' })),
    refusalOf(closed.open()),
  ]);

  expect(refusals).toEqual(['UNAUTHORISED', 'UNAUTHORISED']);
});

test('closes although somebody holds a connection on which nothing was asked', async ({ database }) => {
  const station = await openStation(database);
  const { port } = new URL(station.url);
  const silent = connect(Number(port), '127.0.0.1');
  onTestFinished(() => {
    silent.destroy();
  });
  await once(silent, 'connect');

  await station.close();

  await once(silent, 'close');
  expect(silent.destroyed).toBe(true);
});

test('a heartbeat tells the server’s time, the ledger’s clock and the build', async ({ database }) => {
  const station = await openStation(database);
  const client = station.open();
  await subscribe(client);

  const beat = await new Promise((resolve) => client.on('heartbeat', resolve));

  expect(beat).toMatchObject({ build: 'b1', ledgers: { trial: { speed: 1 } } });
});
