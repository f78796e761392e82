import type { SourceConfig } from '@flagtower/contracts';
import { ledgerNamed, sourceNamed } from '@flagtower/store';
import { describe, expect, vi } from 'vitest';

import { ledgerWriters } from '../intake/ledger-writers.ts';
import { createMetrics } from '../ops/metrics.ts';
import { receivedLine } from '../testing/dossier-lines.ts';
import { loopbackOrigin } from '../testing/loopback-origin.ts';
import { test as base } from '../testing/test-service.ts';
import { waitMs } from './back-off.ts';
import { startPoller } from './poller.ts';
import { askedAnew, firstCursor, pull } from './pull.ts';

const test = base.extend('origin', async ({}, { onCleanup }) => {
  const origin = await loopbackOrigin();
  onCleanup(origin.close);
  return origin;
});

const { signal } = new AbortController();
const asking = { cursor: firstCursor, signal, fetch, secrets: {} };
const planOf = (url: string, more: Partial<SourceConfig['pull']> = {}): NonNullable<SourceConfig['pull']> => ({
  url,
  everySeconds: 1,
  format: 'ndjson',
  ...more,
});

describe('pulling', { timeout: 60_000 }, () => {
  test('asks with what the last answer said of itself, and takes "not modified" for an answer', async ({ origin }) => {
    origin.handler = (request, response) => {
      if (request.headers['if-none-match'] === '"7"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"7"', 'last-modified': 'Tue, 24 Nov 2026 03:00:00 GMT' }).end('data');
    };

    const first = await pull({ ...asking, plan: planOf(origin.url) });
    const second = await pull({ ...asking, plan: planOf(origin.url), cursor: first.cursor });

    expect(Buffer.from(first.body ?? []).toString()).toBe('data');
    expect(second).toMatchObject({ body: null, cursor: first.cursor });
    expect(origin.asked[1]?.headers['if-modified-since']).toBe('Tue, 24 Nov 2026 03:00:00 GMT');
  });

  test('is not deceived for ever by a tag that its source forgets to change', async ({ origin }) => {
    origin.handler = (request, response) => {
      if (request.headers['if-none-match'] === '"7"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"7"' }).end(`data ${String(origin.asked.length)}`);
    };
    const first = await pull({ ...asking, plan: planOf(origin.url) });

    const later = await pull({ ...asking, plan: planOf(origin.url), cursor: askedAnew(first.cursor, 59) });
    const anew = await pull({ ...asking, plan: planOf(origin.url), cursor: askedAnew(first.cursor, 60) });

    expect([later.body, Buffer.from(anew.body ?? []).toString()]).toEqual([null, 'data 3']);
  });

  test('knows the same content again where the source says nothing of it', async ({ origin }) => {
    origin.handler = (_request, response) => response.end('same');
    const first = await pull({ ...asking, plan: planOf(origin.url) });

    const second = await pull({ ...asking, plan: planOf(origin.url), cursor: first.cursor });

    expect(second.body).toBeNull();
  });

  test('goes nowhere else: a redirection is refused', async ({ origin }) => {
    origin.handler = (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end();

    await expect(pull({ ...asking, plan: planOf(origin.url) })).rejects.toMatchObject({ code: 'SOURCE_MOVED' });
    expect(origin.asked).toHaveLength(1);
  });

  test('takes no answer without end', async ({ origin }) => {
    origin.handler = (_request, response) => response.end(Buffer.alloc(10_000));

    await expect(pull({ ...asking, plan: planOf(origin.url, { mostBytes: 9999 }) })).rejects.toMatchObject({
      code: 'TOO_LARGE',
    });
  });

  test('gives up on a source that does not end its answer', async ({ origin }) => {
    origin.handler = (_request, response) => response.write('half');

    await expect(pull({ ...asking, plan: planOf(origin.url, { timeoutSeconds: 0.1 }) })).rejects.toMatchObject({
      code: 'SOURCE_TOO_SLOW',
    });
  });
});

describe('a poller', { timeout: 60_000 }, () => {
  test('counts contact also when nothing is new, and commits what is', async ({ service, origin }) => {
    await service.source('pulled', 'trial');
    const ledger = await ledgerNamed(service.store.pool, 'hanoi', 'trial');
    const source = await sourceNamed(service.store.pool, ledger.id, 'pulled');
    if (source === null) throw new TypeError('it was declared');
    const metrics = createMetrics();
    const writers = ledgerWriters(service.store, { now: Date.now, metrics });
    origin.handler = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(receivedLine('PULL-1'));
    };

    const poller = startPoller({
      store: service.store,
      now: Date.now,
      secrets: {},
      writers,
      metrics,
      log: service.app.log,
      ledger,
      source,
      pull: { url: origin.url, everySeconds: 1, format: 'ndjson' },
    });
    await vi.waitFor(() => expect(origin.asked.length).toBeGreaterThanOrEqual(3), { timeout: 15_000 });
    await poller.close();

    const after = await sourceNamed(service.store.pool, ledger.id, 'pulled');
    expect(after).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(origin.asked[1]?.headers['if-none-match']).toBe('"1"');
    expect(after?.lastContactAt ?? 0).toBeGreaterThan(Date.now() - 5000);
  });

  test('waits longer after each failure, ten minutes at most, and never in step', () => {
    const middle = (): number => 0.5;

    expect([0, 1, 2, 3].map((failures) => waitMs(15, failures, middle))).toEqual([15_000, 2000, 4000, 8000]);
    expect(waitMs(15, 40, middle)).toBe(600_000);
    expect(waitMs(3600, 16, middle)).toBe(3_600_000);
    expect([waitMs(10, 0, () => 0), waitMs(10, 0, () => 1)]).toEqual([9000, 11_000]);
  });
});
