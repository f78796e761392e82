import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { hanoi } from '@flagtower/city-hanoi';
import { FlagtowerError, sourceConfigSchema, type SyslogPlan } from '@flagtower/contracts';
import { declareSource, ledgerNamed, readQuarantine, sourceNamed, type Source } from '@flagtower/store';
import { describe, expect, vi } from 'vitest';

import { startConnectors } from '../connect/start-connectors.ts';
import { ledgerWriters, type LedgerWriters } from '../intake/ledger-writers.ts';
import { createMetrics } from '../ops/metrics.ts';
import { freePort } from '../testing/free-port.ts';
import { test as base } from '../testing/test-service.ts';

const host = '127.0.0.1';
const patient = { timeout: 20_000, interval: 50 };

/** A store that can be slow or away. */
interface Weather {
  slowMs: number;
  isAway: boolean;
  commits: number;
}

interface City {
  readonly weather: Weather;
  readonly node: () => Promise<() => Promise<void>>;
  /** Declares a source that is listened for, and waits until it is. */
  readonly listened: (id: string, plan: Partial<SyslogPlan>, protocol?: 'tcp' | 'udp') => Promise<number>;
  readonly state: (id: string) => Promise<Source>;
  readonly reasons: (id: string) => Promise<string[]>;
}

const test = base.extend('city', async ({ service }, { onCleanup }): Promise<City> => {
  const { store } = service;
  const ledger = await ledgerNamed(store.pool, hanoi.id, 'trial');
  const metrics = createMetrics();
  const weather: Weather = { slowMs: 0, isAway: false, commits: 0 };
  const sound = ledgerWriters(store, { now: Date.now, metrics });
  const writers: LedgerWriters = {
    ...sound,
    commit: async (to, batch) => {
      weather.commits += 1;
      if (weather.isAway) throw new FlagtowerError('STORE_UNAVAILABLE', 'the store does not answer');
      if (weather.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, weather.slowMs));
      return await sound.commit(to, batch);
    },
  };
  const closers: (() => Promise<void>)[] = [];
  onCleanup(async () => {
    for (const close of closers.toReversed()) await close();
  });
  const shared = {
    store,
    city: hanoi,
    metrics,
    writers,
    now: Date.now,
    log: service.app.log,
    mqttUrl: null,
    node: null,
  };
  const secrets = { FLAGTOWER_SOURCE_SIEM: 'a secret of the test' };
  const node = async (): Promise<() => Promise<void>> => {
    const { close } = await startConnectors({ ...shared, secrets, syslogHost: host, lookEveryMs: 50 });
    closers.push(close);
    return close;
  };
  const state = async (id: string): Promise<Source> => {
    const source = await sourceNamed(store.pool, ledger.id, id);
    if (source === null) throw new TypeError('it was declared');
    return source;
  };
  return {
    weather,
    node,
    state,
    listened: async (id, plan, protocol = 'tcp') => {
      const port = await freePort();
      const config = {
        id,
        names: { vi: id, en: id },
        ledger: 'trial',
        zone: hanoi.zone,
        syslog: { ...plan, [protocol]: port },
      };
      await declareSource(store.pool, ledger.id, sourceConfigSchema.parse(config));
      if (protocol === 'tcp') await vi.waitFor(async () => await isHeard(port), patient);
      return port;
    },
    reasons: async (id) =>
      (await readQuarantine(store.pool, ledger.id, id, 1000)).map(({ reason }) => reason).toSorted(),
  };
});

/** A door that is shut in one's face is a door. */
async function isHeard(port: number): Promise<void> {
  const socket = connect({ port, host });
  const code = await new Promise<string>((resolve) => {
    socket.once('connect', () => resolve(''));
    socket.once('error', (error) => resolve('code' in error ? String(error.code) : 'unknown'));
  });
  socket.on('error', () => undefined);
  socket.destroy();
  expect(['', 'ECONNRESET']).toContain(code);
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host });
  await once(socket, 'connect');
  return socket;
}

const event = (id: string, act = 'open', at = '2026-03-02T01:00:00Z'): string =>
  `<134>1 ${at} siem soc - - - CEF:0|Example|SIEM|1|7|Name|8|externalId=${id} act=${act} suser=Nguyen Van An src=10.0.0.7`;
const lines = (prefix: string, count: number, from = 0): string =>
  Array.from({ length: count }, (_, index) => `${event(`${prefix}-${String(from + index)}`)}\n`).join('');
const counted = (message: string): string => `${String(Buffer.byteLength(message))} ${message}`;

/** Sends all and ends. @returns whether the other side ended in order, which says that all of it is durable */
async function sent(port: number, text: string | Uint8Array): Promise<boolean> {
  const socket = connect({ port, host });
  let isInOrder = false;
  socket.on('end', () => {
    isInOrder = true;
  });
  socket.on('error', () => undefined);
  socket.end(text);
  socket.resume();
  await new Promise((resolve) => socket.once('close', resolve));
  return isInOrder;
}

describe('a source that speaks syslog over TCP', { timeout: 60_000 }, () => {
  test('opens and closes cases, by lines or counted, and the end says that all is durable', async ({
    city,
    service,
  }) => {
    await city.node();
    const port = await city.listened('tcp-soc', {});

    expect(await sent(port, `${event('INC-1')}\n${event('INC-1', 'close', '2026-03-02T02:00:00Z')}\n`)).toBe(true);
    expect(await sent(port, counted(event('INC-2')) + counted(event('INC-3')))).toBe(true);

    const { ledgerId, accepted, quarantined, lastContactAt } = await city.state('tcp-soc');
    expect({ accepted, quarantined }).toEqual({ accepted: 4, quarantined: 0 });
    expect(lastContactAt).not.toBeNull();
    const { rows } = await service.store.pool.query<{ text: string }>(
      `select string_agg(h::text, ' ') as text from heads h where ledger_id = $1 and source_id = 'tcp-soc'`,
      [ledgerId],
    );
    expect(rows[0]?.text).toContain('security-incident');
    expect(rows[0]?.text).not.toMatch(/Nguyen|10\.0\.0\.7/);
  });

  test('gets what cannot be mapped into quarantine, each with its reason', async ({ city }) => {
    await city.node();
    const port = await city.listened('tcp-garbage', { mostBytes: 480 });

    await sent(
      port,
      `GET / HTTP/1.1\n<34>1 - - - - - - su: failed\n${event('INC-1')}${'x'.repeat(500)}\n${event('INC-2')}\n`,
    );
    await sent(port, Buffer.from([0, 0xff, 0xfe, 0x0a]));
    await sent(port, `100 ${event('INC-3')}`.slice(0, 60));

    expect((await city.state('tcp-garbage')).accepted).toBe(1);
    expect(await city.reasons('tcp-garbage')).toEqual([
      'not-parseable',
      'not-parseable',
      'not-parseable',
      'too-large',
      'unknown-kind',
    ]);
  });

  test('that is no syslog at all is cut off', async ({ city }) => {
    await city.node();
    const port = await city.listened('tcp-noise', {});

    expect(await sent(port, 'noise\n'.repeat(100_000))).toBe(false);
    expect((await city.state('tcp-noise')).quarantined).toBeLessThan(20_000);
  });

  test('is read no faster than the store writes: nothing is lost, and little is held', async ({ city }) => {
    await city.node();
    const port = await city.listened('tcp-fast', {});
    city.weather.slowMs = 30;
    const before = city.weather.commits;

    const ended = sent(port, lines('FAST', 6000));
    await vi.waitFor(() => expect(city.weather.commits).toBeGreaterThan(before + 2), patient);

    expect((await city.state('tcp-fast')).accepted).toBeLessThan(6000);
    expect(await ended).toBe(true);
    expect(await city.state('tcp-fast')).toMatchObject({ accepted: 6000, quarantined: 0, dropped: 0 });
  });

  test('waits while the store is away, and the board says why', async ({ city }) => {
    await city.node();
    const port = await city.listened('tcp-away', {});
    city.weather.isAway = true;

    const ended = sent(port, lines('AWAY', 2000));
    await vi.waitFor(
      async () => expect((await city.state('tcp-away')).trouble).toMatchObject({ code: 'STORE_UNAVAILABLE' }),
      patient,
    );
    expect((await city.state('tcp-away')).accepted).toBe(0);
    city.weather.isAway = false;

    expect(await ended).toBe(true);
    expect(await city.state('tcp-away')).toMatchObject({ accepted: 2000, trouble: null });
  });

  test('is told by a broken connection when the service stops, and sends again without doubling', async ({ city }) => {
    const close = await city.node();
    const port = await city.listened('tcp-restart', {});
    city.weather.slowMs = 50;
    const text = lines('RESTART', 4000);

    const ended = sent(port, text);
    await vi.waitFor(async () => expect((await city.state('tcp-restart')).accepted).toBeGreaterThan(0), patient);
    await close();
    expect(await ended).toBe(false);
    city.weather.slowMs = 0;
    await city.node();
    await vi.waitFor(async () => expect(await sent(port, text)).toBe(true), patient);

    const { accepted, duplicates } = await city.state('tcp-restart');
    expect(accepted).toBe(4000);
    expect(duplicates).toBeGreaterThan(0);
  });

  test('may be slow, and does not hold up others', async ({ city }) => {
    await city.node();
    const port = await city.listened('tcp-slow', {});
    const slow = await open(port);
    const text = `${event('SLOW-1')}\n`;

    slow.write(text.slice(0, 30));
    expect(await sent(port, lines('OTHER', 3))).toBe(true);
    slow.write(text.slice(30));

    await vi.waitFor(async () => expect((await city.state('tcp-slow')).accepted).toBe(4), patient);
    slow.destroy();
  });

  test('is closed when it says nothing for too long', async ({ city }) => {
    await city.node();
    const port = await city.listened('tcp-idle', { idleSeconds: 0.2 });
    const idle = await open(port);
    idle.on('error', () => undefined);

    await new Promise((resolve) => idle.once('close', resolve));

    expect((await city.state('tcp-idle')).accepted).toBe(0);
  });

  test('may open so many connections and no more, thousands of tries or not', async ({ city }) => {
    await city.node();
    const port = await city.listened('tcp-many', { connections: 20 });
    const held: Socket[] = [];
    const isClosed = (socket: Socket): Promise<boolean> =>
      new Promise((resolve) => {
        socket.once('data', () => resolve(false));
        socket.once('close', () => resolve(true));
      });

    for (let wave = 0; wave < 20; wave += 1) {
      const opened = await Promise.all(Array.from({ length: 100 }, async () => await open(port).catch(() => null)));
      for (const socket of opened) {
        socket?.on('error', () => undefined);
        if (socket !== null) held.push(socket);
      }
    }
    const [first, last] = [held[0], held.at(-1)];
    if (first === undefined || last === undefined) throw new TypeError('some were opened');
    if (!last.destroyed) last.write(event('MANY-2'));
    expect(await isClosed(last.resume())).toBe(true);
    first.write(`${event('MANY-1')}\n`);

    await vi.waitFor(async () => expect((await city.state('tcp-many')).accepted).toBe(1), patient);
    for (const socket of held) socket.destroy();
    await vi.waitFor(async () => expect(await sent(port, `${event('MANY-3')}\n`)).toBe(true), patient);
  });

  test('has to be on its list and to know its secret', async ({ city }) => {
    await city.node();
    const elsewhere = await city.listened('tcp-elsewhere', { from: ['192.0.2.0/24', '2001:db8::/32'] });
    const token = { element: 'key@32473', parameter: 'token', secret: 'FLAGTOWER_SOURCE_SIEM' };
    const secret = await city.listened('tcp-secret', { token });
    const withKey = (key: string): string => event('KEY-1').replace('- - - CEF', `- - [key@32473 token="${key}"] CEF`);

    expect(await sent(elsewhere, `${event('X')}\n`)).toBe(false);
    await sent(secret, `${event('KEY-1')}\n${withKey('a guess')}\n${withKey('a secret of the test')}\n`);

    expect((await city.state('tcp-elsewhere')).lastContactAt).toBeNull();
    expect((await city.state('tcp-secret')).accepted).toBe(1);
    expect(await city.reasons('tcp-secret')).toEqual(['not-allowed', 'not-allowed']);
  });

  test('tells on the board what keeps it from being heard', async ({ city }) => {
    await city.node();
    const port = await city.listened('tcp-first', {});
    await city.listened(
      'tcp-unset',
      { token: { element: 'k', parameter: 't', secret: 'FLAGTOWER_SOURCE_UNSET' } },
      'udp',
    );
    await city.listened('tcp-second', { tcp: port }, 'udp');

    await vi.waitFor(
      async () => expect((await city.state('tcp-second')).trouble).toMatchObject({ code: 'PORT_BUSY' }),
      patient,
    );
    await vi.waitFor(
      async () => expect((await city.state('tcp-unset')).trouble).toMatchObject({ code: 'BAD_REQUEST' }),
      patient,
    );
    expect(await sent(port, `${event('STILL')}\n`)).toBe(true);
  });

  test('gives a sign of life when nothing happens', async ({ city }) => {
    await city.node();
    const port = await city.listened('tcp-mark', {});

    await sent(port, '<46>1 - - rsyslogd - - - -- MARK --\n');

    const { lastContactAt, accepted, quarantined } = await city.state('tcp-mark');
    expect({ accepted, quarantined }).toEqual({ accepted: 0, quarantined: 0 });
    expect(lastContactAt).not.toBeNull();
  });
});

describe('a source that speaks syslog over UDP', { timeout: 60_000 }, () => {
  const send = async (port: number, messages: readonly (string | Uint8Array)[]): Promise<void> => {
    const socket = createSocket('udp4');
    for (const [index, message] of messages.entries()) {
      await new Promise((resolve) => socket.send(message, port, host, resolve));
      // Loopback has a small buffer and no patience.
      if (index % 20 === 19) await new Promise((resolve) => setTimeout(resolve, 2));
    }
    socket.close();
  };

  test('is a datagram a message; what is none waits in quarantine', async ({ city }) => {
    await city.node();
    const port = await city.listened('udp-soc', { mostBytes: 480 }, 'udp');
    await vi.waitFor(async () => {
      await send(port, [event('UDP-0')]);
      expect((await city.state('udp-soc')).accepted).toBe(1);
    }, patient);

    await send(port, [
      event('UDP-1'),
      `${event('UDP-2')}\n`,
      'garbage',
      Buffer.alloc(0),
      event(`UDP-${'3'.repeat(500)}`),
    ]);

    await vi.waitFor(async () => expect((await city.state('udp-soc')).quarantined).toBe(3), patient);
    expect((await city.state('udp-soc')).accepted).toBe(3);
    expect(await city.reasons('udp-soc')).toEqual(['not-parseable', 'not-parseable', 'too-large']);
  });

  test('loses what finds no room, and every one of them is counted on the board', async ({ city }) => {
    await city.node();
    const port = await city.listened('udp-flood', { waiting: 50 }, 'udp');
    await vi.waitFor(async () => {
      await send(port, [event('FLOOD-0')]);
      expect((await city.state('udp-flood')).accepted).toBe(1);
    }, patient);
    // Whatever else was under way came before this one.
    await send(port, [event('FLOOD-LAST')]);
    await vi.waitFor(async () => expect((await city.state('udp-flood')).accepted).toBe(2), patient);
    const { duplicates } = await city.state('udp-flood');

    city.weather.isAway = true;
    await send(
      port,
      Array.from({ length: 500 }, (_, index) => event(`FLOOD-${String(index + 1)}`)),
    );
    city.weather.isAway = false;

    await vi.waitFor(async () => {
      const now = await city.state('udp-flood');
      expect(now.dropped).toBeGreaterThan(300);
      expect(now.accepted - 2 + now.dropped + now.duplicates - duplicates).toBe(500);
    }, patient);
  });
});
