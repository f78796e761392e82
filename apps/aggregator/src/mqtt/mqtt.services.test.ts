import { hanoi } from '@flagtower/city-hanoi';
import { FlagtowerError, sourceConfigSchema, type MqttPlan } from '@flagtower/contracts';
import { declareSource, ledgerNamed, readQuarantine, sourceNamed, type Source } from '@flagtower/store';
import { connectAsync, type MqttClient } from 'mqtt';
import { describe, expect, vi } from 'vitest';

import { startConnectors } from '../connect/start-connectors.ts';
import { ledgerWriters, type LedgerWriters } from '../intake/ledger-writers.ts';
import { createMetrics } from '../ops/metrics.ts';
import { ownBroker } from '../testing/own-broker.ts';
import { test as base } from '../testing/test-service.ts';

const readings = {
  feed: 'air',
  entity: { topic: 'station' },
  occurredAt: { path: '/at', as: 'milliseconds' },
  values: [{ metric: { text: 'pm25' }, path: '/pm25', unitOfMeasure: 'ug/m3' }],
};
const patient = { timeout: 40_000, interval: 100 };
const firstMs = Date.parse('2026-03-02T00:00:00Z');

interface City {
  /** Starts a node; `writers` in place of the service's own. */
  readonly node: (name: string, writers?: LedgerWriters) => Promise<() => Promise<void>>;
  readonly listened: (id: string, mqtt: Partial<Record<keyof MqttPlan, unknown>>) => Promise<void>;
  readonly state: (id: string) => Promise<Source>;
  readonly publisher: () => Promise<MqttClient>;
}

const test = base
  .extend('broker', async ({}, { onCleanup }) => {
    const broker = await ownBroker();
    onCleanup(broker.close);
    return broker;
  })
  .extend('city', async ({ service, broker }, { onCleanup }): Promise<City> => {
    const { store } = service;
    const ledger = await ledgerNamed(store.pool, hanoi.id, 'trial');
    const metrics = createMetrics();
    const closers: (() => Promise<void>)[] = [];
    onCleanup(async () => {
      for (const close of closers.toReversed()) await close();
    });
    return {
      node: async (node, writers = ledgerWriters(store, { now: Date.now, metrics })) => {
        const shared = { store, city: hanoi, metrics, writers, now: Date.now, secrets: {}, log: service.app.log };
        const { close } = await startConnectors({
          ...shared,
          mqttUrl: broker.url,
          syslogHost: '127.0.0.1',
          node,
          lookEveryMs: 100,
        });
        closers.push(close);
        return close;
      },
      listened: async (id, mqtt) => {
        const config = { id, names: { vi: id, en: id }, ledger: 'trial', zone: hanoi.zone };
        const plan = { topics: [`${id}/{station}`], format: 'readings', readings, ...mqtt };
        await declareSource(store.pool, ledger.id, sourceConfigSchema.parse({ ...config, mqtt: plan }));
      },
      state: async (id) => {
        const source = await sourceNamed(store.pool, ledger.id, id);
        if (source === null) throw new TypeError('it was declared');
        return source;
      },
      publisher: async () => {
        const client = await connectAsync(broker.url, { protocolVersion: 5, reconnectPeriod: 200 });
        closers.push(() => client.endAsync(true));
        return client;
      },
    };
  });

/** Writers of a store that answers nothing while it is said to be away. */
function storeThatMayBeAway(sound: LedgerWriters): {
  readonly writers: LedgerWriters;
  readonly store: { isAway: boolean };
} {
  const store = { isAway: false };
  const writers: LedgerWriters = {
    ...sound,
    commit: async (ledger, batch) => {
      if (store.isAway) throw new FlagtowerError('STORE_UNAVAILABLE', 'the store does not answer');
      return await sound.commit(ledger, batch);
    },
  };
  return { writers, store };
}

async function publish(client: MqttClient, id: string, from: number, count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const message = JSON.stringify({ at: firstMs + (from + index) * 1000, pm25: index % 90 });
      return client.publishAsync(`${id}/station-${String(index % 7)}`, message, { qos: 1 });
    }),
  );
}

const alive = async (city: City, client: MqttClient, id: string): Promise<void> => {
  // Listened to for sure once one came through; it has a time of its own.
  await vi.waitFor(async () => {
    await publish(client, id, 1_000_000, 1);
    expect((await city.state(id)).accepted).toBe(1);
  }, patient);
};

describe('a source at a broker', { timeout: 120_000 }, () => {
  test('brings its readings by topic and place, and what is none of them waits in quarantine', async ({
    city,
    service,
  }) => {
    await city.listened('air', {});
    await city.node('one');
    const client = await city.publisher();
    await alive(city, client, 'air');

    for (const wrong of ['{', '{"at":1}', Buffer.from([0xff, 0xfe])])
      await client.publishAsync('air/station-1', wrong, { qos: 1 });
    await publish(client, 'air', 0, 50);

    await vi.waitFor(async () => expect((await city.state('air')).accepted).toBe(51), patient);
    await vi.waitFor(async () => expect((await city.state('air')).quarantined).toBe(3), patient);
    const { ledgerId, trouble } = await city.state('air');
    expect(trouble).toBeNull();
    expect(
      (await readQuarantine(service.store.pool, ledgerId, 'air', 10)).map(({ reason }) => reason).toSorted(),
    ).toEqual(['missing-field', 'not-parseable', 'not-parseable']);
  });

  test('loses nothing and doubles nothing while its broker restarts', async ({ city, broker }) => {
    await city.listened('restarts', {});
    await city.node('one');
    const client = await city.publisher();
    await alive(city, client, 'restarts');

    const told = [0, 1, 2, 3].map((turn) => publish(client, 'restarts', turn * 700, 700));
    await broker.stop();
    await vi.waitFor(
      async () => expect((await city.state('restarts')).trouble).toMatchObject({ code: 'SOURCE_UNREACHABLE' }),
      patient,
    );
    await broker.start();
    await Promise.all(told);

    await vi.waitFor(async () => expect((await city.state('restarts')).accepted).toBe(2801), patient);
    expect(await city.state('restarts')).toMatchObject({ trouble: null, quarantined: 0, conflicts: 0 });
  });

  test('is acknowledged only after the commit: what could not be written comes again', async ({ city, service }) => {
    const metrics = createMetrics();
    const sound = ledgerWriters(service.store, { now: Date.now, metrics });
    const { writers, store } = storeThatMayBeAway(sound);
    await city.listened('comes-again', {});
    await city.node('one', writers);
    const client = await city.publisher();
    await alive(city, client, 'comes-again');

    store.isAway = true;
    await publish(client, 'comes-again', 0, 200);
    await vi.waitFor(
      async () => expect((await city.state('comes-again')).trouble).toMatchObject({ code: 'STORE_UNAVAILABLE' }),
      patient,
    );
    store.isAway = false;

    await vi.waitFor(async () => expect((await city.state('comes-again')).accepted).toBe(201), patient);
  });

  test('keeps for a service that is away what was published meanwhile', async ({ city }) => {
    await city.listened('is-away', {});
    const close = await city.node('one');
    const client = await city.publisher();
    await alive(city, client, 'is-away');

    await close();
    await publish(client, 'is-away', 0, 300);
    await city.node('one');

    await vi.waitFor(async () => expect((await city.state('is-away')).accepted).toBe(301), patient);
  });

  test('is shared by two services, and heard by both where it is not shared', async ({ city }) => {
    await city.listened('shared', { shared: true });
    await city.listened('heard-twice', {});
    await city.node('one');
    await city.node('two');
    const client = await city.publisher();
    await alive(city, client, 'shared');
    await alive(city, client, 'heard-twice');
    const before = [(await city.state('shared')).duplicates, (await city.state('heard-twice')).duplicates];

    await publish(client, 'shared', 0, 400);
    await publish(client, 'heard-twice', 0, 400);

    await vi.waitFor(async () => expect((await city.state('shared')).accepted).toBe(401), patient);
    await vi.waitFor(async () => expect((await city.state('heard-twice')).accepted).toBe(401), patient);
    await vi.waitFor(
      async () => expect((await city.state('heard-twice')).duplicates - (before[1] ?? 0)).toBeGreaterThanOrEqual(400),
      patient,
    );
    expect((await city.state('shared')).duplicates).toBe(before[0]);
  });

  test('loses nothing and doubles no figure when one of two services that share it dies in the middle', async ({
    city,
    service,
  }) => {
    await city.listened('survived', { shared: true });
    const taken = { one: 0, two: 0 };
    const sound = ledgerWriters(service.store, { now: Date.now, metrics: createMetrics() });
    // The first one stops in the middle of its work: what it holds then it never writes, and never acknowledges.
    const dying: LedgerWriters = {
      ...sound,
      commit: async (ledger, batch) => {
        taken.one += 1;
        if (taken.one > 60) throw new FlagtowerError('STORE_UNAVAILABLE', 'this node is dead');
        return await sound.commit(ledger, batch);
      },
    };
    const surviving: LedgerWriters = {
      ...sound,
      commit: async (ledger, batch) => {
        taken.two += 1;
        return await sound.commit(ledger, batch);
      },
    };
    const close = await city.node('one', dying);
    await city.node('two', surviving);
    const client = await city.publisher();
    await alive(city, client, 'survived');
    await publish(client, 'survived', 0, 400);
    await vi.waitFor(() => expect(taken.one).toBeGreaterThan(60), patient);

    await close();
    await publish(client, 'survived', 400, 200);

    // The broker keeps what the dead one held for it to come back under its name, as services do that are started again.
    await city.node('one', surviving);
    await vi.waitFor(async () => expect((await city.state('survived')).accepted).toBe(601), patient);
    expect(taken.two).toBeGreaterThan(60);
    expect(await city.state('survived')).toMatchObject({ dropped: 0, quarantined: 0, conflicts: 0 });
  });

  test('counts the messages of QoS 0 that could not be written, for they do not come again', async ({
    city,
    service,
  }) => {
    const sound = ledgerWriters(service.store, { now: Date.now, metrics: createMetrics() });
    const { writers, store } = storeThatMayBeAway(sound);
    await city.listened('lossy', {});
    await city.node('one', writers);
    const client = await city.publisher();
    await alive(city, client, 'lossy');

    store.isAway = true;
    await client.publishAsync('lossy/station-1', JSON.stringify({ at: firstMs, pm25: 1 }), { qos: 0 });
    await vi.waitFor(async () => expect((await city.state('lossy')).dropped).toBe(1), patient);
    store.isAway = false;

    await vi.waitFor(async () => {
      await publish(client, 'lossy', 1, 1);
      expect((await city.state('lossy')).accepted).toBe(2);
    }, patient);
  });

  test('may send records of our own, and may be changed while the service runs', async ({ city }) => {
    const record = (n: number): string =>
      JSON.stringify({
        kind: 'observation',
        recordId: `own/${String(n)}`,
        occurredAt: '2026-03-02T00:00:00.000Z',
        feed: 'air',
        entity: 'station-1',
        metric: 'no2',
        value: n,
        unitOfMeasure: 'ug/m3',
      });
    await city.listened('own', { topics: ['own/{station}/#'], format: 'ndjson', readings: undefined });
    await city.node('one');
    const client = await city.publisher();
    await vi.waitFor(async () => {
      await client.publishAsync('own/a/b', record(1), { qos: 1 });
      expect((await city.state('own')).accepted).toBe(1);
    }, patient);

    await city.listened('own', { topics: ['elsewhere/{station}'], format: 'ndjson', readings: undefined });

    await vi.waitFor(async () => {
      await client.publishAsync('elsewhere/a', record(2), { qos: 1 });
      expect((await city.state('own')).accepted).toBe(2);
    }, patient);
    await client.publishAsync('own/a/b', record(3), { qos: 1 });
    await client.publishAsync('elsewhere/a', record(4), { qos: 1 });
    await vi.waitFor(async () => expect((await city.state('own')).accepted).toBe(3), patient);
  });
});
