import { once } from 'node:events';
import { createServer } from 'node:https';

import { hanoi } from '@flagtower/city-hanoi';
import { requestsPlanSchema, sourceConfigSchema, type SourceConfig } from '@flagtower/contracts';
import { declareSource, ledgerNamed, pauseSource, readQuarantine, sourceNamed, type Source } from '@flagtower/store';
import { describe, expect, vi } from 'vitest';
import { z } from 'zod';

import { startConnectors } from '../connect/start-connectors.ts';
import { ledgerWriters } from '../intake/ledger-writers.ts';
import { createMetrics } from '../ops/metrics.ts';
import { receivedLine } from '../testing/dossier-lines.ts';
import { loopbackOrigin, type LoopbackOrigin } from '../testing/loopback-origin.ts';
import { open311Answer } from '../testing/open311-server.ts';
import { ownCertificate } from '../testing/own-certificate.ts';
import { sourceFaults } from '../testing/source-faults.ts';
import { test as base } from '../testing/test-service.ts';

type Pull = NonNullable<SourceConfig['pull']>;

interface Running {
  readonly pulled: (id: string, pull: Partial<Pull>) => Promise<void>;
  readonly state: (id: string) => Promise<Source>;
}

const secrets = { FLAGTOWER_SOURCE_KEY: 'Bearer of-the-test' };

/** Connectors that look for changes ten times a second; every source pulls as often as is allowed. */
const test = base
  .extend('origin', async ({}, { onCleanup }) => {
    const origin = await loopbackOrigin();
    onCleanup(origin.close);
    return origin;
  })
  .extend('running', async ({ service, origin }, { onCleanup }): Promise<Running> => {
    const { store } = service;
    const ledger = await ledgerNamed(store.pool, hanoi.id, 'trial');
    const metrics = createMetrics();
    const connectors = await startConnectors({
      store,
      city: hanoi,
      metrics,
      now: Date.now,
      secrets,
      mqttUrl: null,
      syslogHost: '127.0.0.1',
      node: null,
      writers: ledgerWriters(store, { now: Date.now, metrics }),
      log: service.app.log,
      lookEveryMs: 100,
    });
    onCleanup(connectors.close);
    return {
      pulled: async (id, pull) => {
        const config = {
          id,
          names: { vi: id, en: id },
          ledger: 'trial',
          zone: hanoi.zone,
          cadence: { everySeconds: 60 },
        };
        const plan = { url: `${origin.url}/${id}`, everySeconds: 1, format: 'ndjson', ...pull };
        await declareSource(store.pool, ledger.id, sourceConfigSchema.parse({ ...config, pull: plan }));
      },
      state: async (id) => {
        const source = await sourceNamed(store.pool, ledger.id, id);
        if (source === null) throw new TypeError('it was declared');
        return source;
      },
    };
  });

const patient = { timeout: 20_000, interval: 50 };

describe('a source that fails', { timeout: 60_000 }, () => {
  test('in any way tells it in one state that says since when, and its neighbour does not notice', async ({
    origin,
    running,
    service,
  }) => {
    const own = await ownCertificate();
    const sealed = createServer(own, (_request, response) => response.end()).listen(0, '127.0.0.1');
    await once(sealed, 'listening');
    const port = String(z.object({ port: z.number() }).parse(sealed.address()).port);
    const all: typeof sourceFaults = {
      ...sourceFaults,
      'signed-its-own-certificate': [
        'SOURCE_NOT_TRUSTED',
        (_request, response) => response.end(),
        { url: `https://127.0.0.1:${port}/` },
      ],
    };
    let told = 0;
    origin.handler = (request, response) => {
      const id = request.url?.slice('/feed/'.length) ?? '';
      if (id !== 'neighbour') return sourceFaults[id]?.[1](request, response);
      told += 1;
      response.end(receivedLine(`N-${String(told)}`));
    };
    const from = new Date();

    await running.pulled('neighbour', {});
    for (const [id, [, , pull]] of Object.entries(all)) await running.pulled(id, pull ?? {});

    const ids = Object.keys(all);
    const states = async (): Promise<Source[]> => await Promise.all(ids.map(running.state));
    const wanted = Object.entries(all).map(([id, [code]]) => [id, code]);
    await vi.waitFor(
      async () => expect((await states()).map(({ id, trouble }) => [id, trouble?.code])).toEqual(wanted),
      patient,
    );
    for (const state of await states()) {
      expect(state).toMatchObject({ accepted: 0, quarantined: 0, lastContactAt: null });
      expect(state.trouble?.since).toBeGreaterThanOrEqual(from.getTime());
      expect(await readQuarantine(service.store.pool, state.ledgerId, state.id, 10)).toEqual([]);
    }
    const before = (await running.state('neighbour')).accepted;
    await vi.waitFor(async () => expect((await running.state('neighbour')).accepted).toBeGreaterThan(before), patient);
    expect(await running.state('neighbour')).toMatchObject({ trouble: null, duplicates: 0 });
    sealed.closeAllConnections();
    sealed.close();
  });

  test('on the second page of its requests is asked for that page again, and every request counts once', async ({
    running,
    origin,
  }) => {
    const faults: Readonly<Record<string, readonly [code: string, fail: LoopbackOrigin['handler']]>> = {
      'page-500': ['SOURCE_FAILS', (_request, response) => response.writeHead(500).end('sorry')],
      'page-hangs': ['SOURCE_TOO_SLOW', (_request, response) => response.write('[')],
      'page-breaks-off': [
        'SOURCE_BREAKS_OFF',
        (_request, response) => {
          response.writeHead(200, { 'content-length': '1000' });
          response.write('[', () => response.destroy());
        },
      ],
      'page-is-half': ['BAD_FILE', (_request, response) => response.end('[{"service_request_id":"1"')],
      'page-is-a-web-page': [
        'SOURCE_GIVES_PAGE',
        (_request, response) => response.end('<!DOCTYPE html><title>Sign in</title>'),
      ],
      'page-is-an-error': [
        'BAD_FILE',
        (_request, response) => response.end('[{"code":400,"description":"page is not known"}]'),
      ],
      'page-is-ten-times-as-long': ['TOO_LARGE', (_request, response) => response.end(`[${' '.repeat(20_000)}]`)],
    };
    const requests = [1, 2, 3].map((hours) => {
      const opened = new Date(Date.now() - hours * 3_600_000).toISOString();
      return {
        service_request_id: `R-${String(hours)}`,
        status: 'open',
        service_code: 'roads',
        requested_datetime: opened,
        updated_datetime: opened,
      };
    });
    const isWell = new Set<string>();
    origin.handler = (request, response) => {
      const url = new URL(request.url ?? '', origin.url);
      const id = url.pathname.split('/')[1] ?? '';
      const fail = faults[id]?.[1];
      if (fail !== undefined && url.searchParams.get('page') === '2' && !isWell.has(id)) fail(request, response);
      else response.end(open311Answer(requests, url.href));
    };
    const plan = { format: 'open311', timeoutSeconds: 0.3, mostBytes: 2000 };

    for (const id of Object.keys(faults))
      await running.pulled(id, {
        ...plan,
        url: origin.url.replace(/feed$/, `${id}/requests.json`),
        requests: requestsPlanSchema.parse({ historyDays: 1, pageSize: 2 }),
      });
    for (const [id, [code]] of Object.entries(faults)) {
      await vi.waitFor(async () => expect((await running.state(id)).trouble).toMatchObject({ code }), patient);
      expect([id, (await running.state(id)).accepted]).toEqual([id, 2]);
      isWell.add(id);
    }

    for (const id of Object.keys(faults))
      await vi.waitFor(
        async () =>
          expect(await running.state(id)).toMatchObject({ accepted: 3, trouble: null, quarantined: 0, conflicts: 0 }),
        patient,
      );
  });

  test('is well again with the first answer that is right', async ({ running, origin }) => {
    origin.handler = (_request, response) =>
      origin.asked.length === 1 ? response.writeHead(503).end() : response.end(receivedLine('AGAIN-1'));

    await running.pulled('comes-back', {});

    await vi.waitFor(async () => expect((await running.state('comes-back')).trouble?.failures).toBe(1), patient);
    await vi.waitFor(async () => expect((await running.state('comes-back')).accepted).toBe(1), patient);
    expect((await running.state('comes-back')).trouble).toBeNull();
  });

  test('says how long to leave it alone, and is left alone', async ({ running, origin }) => {
    origin.handler = (_request, response) => response.writeHead(429, { 'retry-after': '3600' }).end();

    await running.pulled('is-busy', {});
    await vi.waitFor(async () => expect((await running.state('is-busy')).trouble?.failures).toBe(1), patient);
    await new Promise((resolve) => setTimeout(resolve, 3000));

    expect(origin.asked).toHaveLength(1);
  });
});

describe('a source that is sound', { timeout: 60_000 }, () => {
  test('tells again and out of order: each thing counts once', async ({ running, origin }) => {
    const lines = ['A-1', 'A-2', 'A-3'].map((code) => receivedLine(code));
    origin.handler = (_request, response) => {
      const turn = origin.asked.length % 3;
      response.end([...lines.slice(turn), ...lines.slice(0, turn)].join('\n'));
    };

    await running.pulled('tells-again', {});

    await vi.waitFor(async () => expect((await running.state('tells-again')).duplicates).toBeGreaterThan(0), patient);
    expect(await running.state('tells-again')).toMatchObject({ accepted: 3, trouble: null, conflicts: 0 });
  });

  test('with a clock that runs ahead has its records kept until their time', async ({ running, origin, service }) => {
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    origin.handler = (_request, response) =>
      response.end(
        JSON.stringify({
          kind: 'observation',
          recordId: 'ahead/1',
          occurredAt: ahead,
          feed: 'air',
          entity: 'station-1',
          metric: 'pm25',
          value: 1,
          unitOfMeasure: 'ug/m3',
        }),
      );

    await running.pulled('runs-ahead', {});

    await vi.waitFor(async () => expect((await running.state('runs-ahead')).quarantined).toBe(1), patient);
    const { ledgerId } = await running.state('runs-ahead');
    expect(await readQuarantine(service.store.pool, ledgerId, 'runs-ahead', 10)).toMatchObject([
      { reason: 'ahead-of-clock', replayable: true },
    ]);
  });

  test('is asked by POST, with its headers and the key from the environment', async ({ running, origin }) => {
    const bodies: string[] = [];
    origin.handler = (request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => bodies.push(chunk));
      request.on('end', () => response.end());
    };

    await running.pulled('is-asked', {
      method: 'POST',
      body: '{"since":"now"}',
      headers: { accept: 'application/x-ndjson' },
      secretHeaders: { authorization: 'FLAGTOWER_SOURCE_KEY' },
    });

    await vi.waitFor(() => expect(bodies).toContain('{"since":"now"}'), patient);
    expect(origin.asked[0]).toMatchObject({
      method: 'POST',
      headers: { accept: 'application/x-ndjson', authorization: 'Bearer of-the-test' },
    });
  });

  test('is left alone while it is paused, and asked from where it was when it goes on', async ({
    running,
    origin,
    service,
  }) => {
    origin.handler = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(receivedLine('PAUSED-1'));
    };
    await running.pulled('is-paused', {});
    await vi.waitFor(() => expect(origin.asked.length).toBeGreaterThan(1), patient);
    const { ledgerId } = await running.state('is-paused');

    await pauseSource(service.store.pool, ledgerId, 'is-paused', Date.now());
    await new Promise((resolve) => setTimeout(resolve, 500));
    const askedBefore = origin.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const askedInPause = origin.asked.length - askedBefore;
    await pauseSource(service.store.pool, ledgerId, 'is-paused', null);
    await vi.waitFor(() => expect(origin.asked.length).toBeGreaterThan(askedBefore), patient);

    expect(askedInPause).toBe(0);
    expect(origin.asked.at(-1)?.headers['if-none-match']).toBe('"1"');
    expect(await running.state('is-paused')).toMatchObject({ accepted: 1, duplicates: 0 });
  });
});

describe('a configuration', () => {
  test.for([
    { url: 'file:///etc/passwd' },
    { url: 'http://user:secret@127.0.0.1/' },
    { headers: { authorization: 'Bearer x' } },
    { secretHeaders: { 'x-key': 'DATABASE_URL' } },
    { format: 'open311', requests: { apiKey: 'DATABASE_URL' } },
  ])('that would leak is refused: %j', (pull) => {
    const plan = { url: 'http://127.0.0.1/', everySeconds: 1, format: 'ndjson', ...pull };

    const parsed = sourceConfigSchema.safeParse({
      id: 'x',
      names: { vi: 'x', en: 'x' },
      ledger: 'trial',
      zone: hanoi.zone,
      pull: plan,
    });

    expect(parsed.success).toBe(false);
  });
});
