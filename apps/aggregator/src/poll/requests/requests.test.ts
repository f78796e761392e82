import { readFileSync } from 'node:fs';

import { hanoi } from '@flagtower/city-hanoi';
import { requestsPlanSchema, type RequestsPlan, type SourceConfig } from '@flagtower/contracts';
import { ledgerNamed, sourceNamed, type Source } from '@flagtower/store';
import { describe, expect, vi } from 'vitest';

import type { Running } from '../../connect/until-closed.ts';
import { ledgerWriters } from '../../intake/ledger-writers.ts';
import { createMetrics } from '../../ops/metrics.ts';
import { answerKpi } from '../../questions/kpi-question.ts';
import { areThere, realPath, truth } from '../../testing/ground-truth/real-feeds.ts';
import { loopbackOrigin } from '../../testing/loopback-origin.ts';
import { open311Answer, serveOpen311, type ServedRequest } from '../../testing/open311-server.ts';
import { test as base, type TestService } from '../../testing/test-service.ts';
import { startRequests } from './start-requests.ts';

const test = base.extend('origin', async ({}, { onCleanup }) => {
  const origin = await loopbackOrigin();
  onCleanup(origin.close);
  return origin;
});

const dayMs = 86_400_000;
const now = Date.parse('2026-01-05T05:00:00Z');
const at = (daysAgo: number): string => new Date(now - daysAgo * dayMs).toISOString();
const patient = { timeout: 20_000, interval: 30 };

/** A request that was opened so many days ago, and what became of it since. */
function opened(id: string, daysAgo: number, more: Record<string, unknown> = {}): ServedRequest {
  const requested = { service_request_id: id, service_code: 'roads', requested_datetime: at(daysAgo) };
  const notes = [{ datetime: at(daysAgo), type: 'opened' }];
  return {
    ...requested,
    status: 'open',
    agency_responsible: '00004',
    updated_datetime: at(daysAgo),
    notes,
    ...more,
  };
}

function closed(request: ServedRequest, daysAgo: number): ServedRequest {
  const notes = [...(request['notes'] as unknown[]), { datetime: at(daysAgo), type: 'closed' }];
  return { ...request, status: 'closed', updated_datetime: at(daysAgo), notes };
}

interface Reading {
  readonly start: (atMs?: number) => Promise<Running>;
  readonly source: () => Promise<Source>;
  readonly value: (kpi: string, words?: Record<string, string>) => Promise<Record<string, number | null>>;
}

async function readingOf(
  service: TestService,
  id: string,
  url: string,
  {
    mapping,
    list = 'requests.json',
    ...plan
  }: Partial<RequestsPlan> & Pick<NonNullable<SourceConfig['pull']>, 'mapping'> & { readonly list?: string },
): Promise<Reading> {
  await service.source(id, 'trial');
  const { pool } = service.store;
  const ledger = await ledgerNamed(pool, hanoi.id, 'trial');
  const source = async (): Promise<Source> => {
    const found = await sourceNamed(pool, ledger.id, id);
    if (found === null) throw new TypeError('it was declared');
    return found;
  };
  return {
    source,
    start: async (atMs = now) => {
      const metrics = createMetrics();
      const requests = requestsPlanSchema.parse(plan);
      return startRequests({
        store: service.store,
        now: () => atMs,
        secrets: { FLAGTOWER_SOURCE_KEY: 'of-the-test' },
        writers: ledgerWriters(service.store, { now: Date.now, metrics }),
        metrics,
        log: service.app.log,
        ledger,
        source: await source(),
        pull: {
          url: url.replace(/feed$/, `${id}/${list}`),
          everySeconds: 1,
          format: 'open311',
          requests,
          ...(mapping === undefined ? {} : { mapping }),
        },
        requests,
      });
    },
    value: async (kpi, words = {}) => {
      const answer = await answerKpi({ db: pool, city: hanoi, ledger, now: Date.now() }, kpi, { source: id, ...words });
      const by = words['by'] ?? '';
      return Object.fromEntries(answer.values.map(({ key, value }) => [key[by] ?? 'all', value]));
    },
  };
}

/** Asks that were for the history, as `from … to` in days and the page. */
const historyAsked = (urls: readonly (string | undefined)[]): string[] =>
  urls.flatMap((url) => {
    const words = new URL(url ?? '', 'http://localhost').searchParams;
    const [from, to] = [words.get('start_date'), words.get('end_date')];
    return from === null || to === null ? [] : [`${from.slice(0, 10)} ${to.slice(0, 10)} ${words.get('page') ?? ''}`];
  });

describe('the requests of an Open311 server', { timeout: 60_000 }, () => {
  test('history comes in windows and pages, and a restart goes on where the last page was committed', async ({
    service,
    origin,
  }) => {
    const requests = [5, 6, 7, 40, 41, 75].map((days) => opened(`W-${String(days)}`, days));
    serveOpen311(origin, () => requests);
    const sound = origin.handler;
    origin.handler = (request, response) => {
      // The first run comes to the second page of the second window, and no further.
      if (historyAsked([request.url])[0]?.endsWith('2') === true && origin.asked.length > 4) response.destroy();
      else sound(request, response);
    };
    const reading = await readingOf(service, 'walked', origin.url, { historyDays: 90, windowDays: 30, pageSize: 2 });

    const first = await reading.start();
    await vi.waitFor(async () => expect((await reading.source()).trouble?.code).toBe('SOURCE_BREAKS_OFF'), patient);
    await first.close();
    const before = historyAsked(origin.asked.map(({ url }) => url));
    origin.handler = sound;
    const askedBefore = origin.asked.length;
    const second = await reading.start();
    await vi.waitFor(
      () => expect(historyAsked(origin.asked.map(({ url }) => url)).at(-1)).toBe('2025-10-07 2025-11-06 2'),
      patient,
    );
    await second.close();

    expect(before).toEqual([
      ...[1, 2, 3].map((page) => `2025-12-06 2026-01-05 ${String(page)}`),
      '2025-11-06 2025-12-06 1',
      '2025-11-06 2025-12-06 2',
    ]);
    expect(historyAsked(origin.asked.slice(askedBefore).map(({ url }) => url))[0]).toBe('2025-11-06 2025-12-06 2');
    expect(await reading.value('field-reports.open')).toEqual({ all: 6 });
    // A note and the case of the one request that is as new as what was seen last.
    expect(await reading.source()).toMatchObject({ duplicates: 2, quarantined: 0, trouble: null });
  });

  test('what is updated becomes events of its report, and what is told again counts once', async ({
    service,
    origin,
  }) => {
    let requests = [opened('U-1', 3), opened('U-2', 2)];
    let turn = 0;
    // Pages come in another order each time, and a page is repeated.
    serveOpen311(origin, () => ((turn += 1) % 2 === 0 ? requests : requests.toReversed()));
    const reading = await readingOf(service, 'updated', origin.url, {
      historyDays: 30,
      pageSize: 1,
      jurisdictionId: 'city.example',
      apiKey: 'FLAGTOWER_SOURCE_KEY',
    });
    const running = await reading.start();
    await vi.waitFor(async () => expect(await reading.value('field-reports.open')).toEqual({ all: 2 }), patient);

    requests = [closed({ ...opened('U-1', 3), agency_responsible: '00008' }, 1), opened('U-2', 2), opened('U-3', 1)];
    await vi.waitFor(async () => expect(await reading.value('field-reports.handled')).toEqual({ all: 1 }), patient);
    await vi.waitFor(async () => expect(await reading.value('field-reports.open')).toEqual({ all: 2 }), patient);
    await running.close();

    expect(await reading.value('field-reports.received', { by: 'unit' })).toEqual({ '00004': 2, '00008': 1 });
    expect((await reading.source()).conflicts).toBe(0);
    const words = new URL(origin.asked.at(-1)?.url ?? '', 'http://localhost').searchParams;
    expect(Object.fromEntries(words)).toMatchObject({ jurisdiction_id: 'city.example', api_key: 'of-the-test' });
    expect(Date.parse(words.get('updated_after') ?? '')).toBeLessThan(Date.parse(at(1)));
  });

  test('the simulated city’s own words: a postponed end stays late, and only what was rated counts as satisfied or not', async ({
    service,
    origin,
  }) => {
    const { mapping } = hanoi.sources.find(({ id }) => id === 'hanoi-field-reports')?.pull ?? {};
    const note = (type: string, daysAgo: number, words: Record<string, string> = {}): object => ({
      datetime: at(daysAgo),
      type,
      extended_attributes: words,
    });
    const report = (id: string, notes: readonly object[], satisfied?: boolean): ServedRequest => ({
      ...opened(id, 9),
      updated_datetime: at(satisfied === undefined ? 2 : 1),
      extended_attributes: { channel: 'app', ...(satisfied === undefined ? {} : { satisfied }) },
      notes: [note('opened', 8, { agency_responsible: '00004', expected_datetime: at(5) }), ...notes],
    });
    const late = [note('changed', 4.5, { expected_datetime: at(1) }), note('closed', 3)];
    const inTime = [note('transferred', 7, { agency_responsible: '00008' }), note('closed', 6)];
    let requests = [report('L', late), report('T', inTime), report('U', inTime), report('P', [note('paused', 7)])];
    serveOpen311(origin, () => requests);
    const reading = await readingOf(service, 'own-words', origin.url, { historyDays: 30, mapping });
    const running = await reading.start();
    await vi.waitFor(async () => expect(await reading.value('field-reports.open')).toEqual({ all: 1 }), patient);
    const unrated = await reading.value('field-reports.satisfied-rate');

    requests = [report('L', late, false), report('T', inTime, true), ...requests.slice(2)];
    await vi.waitFor(async () => expect(await reading.value('field-reports.rated')).toEqual({ all: 2 }), patient);
    await running.close();

    expect(unrated).toEqual({ all: null });
    expect(await reading.value('field-reports.satisfied-rate')).toEqual({ all: 0.5 });
    expect(await reading.value('field-reports.satisfied-rate', { by: 'unit' })).toEqual({ '00004': 0, '00008': 1 });
    expect(await reading.value('field-reports.on-time-rate.handled')).toEqual({ all: 2 / 3 });
    expect(await reading.value('field-reports.in-progress')).toEqual({ all: 0 });
  });

  test('a server that speaks only XML is read like one that speaks JSON, with the names of its services', async ({
    service,
    origin,
  }) => {
    let requests = [1, 2, 3].map((days) => opened(`X-${String(days)}`, days, { service_code: '006' }));
    const services =
      '<services><service><service_code>006</service_code><service_name>Kerbs</service_name></service></services>';
    serveOpen311(origin, () => requests);
    const served = origin.handler;
    origin.handler = (request, response) => {
      if (/services\.xml/.test(request.url ?? '')) response.end(services);
      else served(request, response);
    };
    const reading = await readingOf(service, 'only-xml', origin.url, {
      list: 'requests.xml',
      historyDays: 30,
      pageSize: 2,
    });

    const running = await reading.start();
    await vi.waitFor(async () => expect(await reading.value('field-reports.open')).toEqual({ all: 3 }), patient);
    requests = requests.map((request, index) => (index === 0 ? closed(request, 0) : request));
    await vi.waitFor(async () => expect(await reading.value('field-reports.handled')).toEqual({ all: 1 }), patient);
    await running.close();

    expect(await reading.value('field-reports.received', { by: 'procedure' })).toEqual({ Kerbs: 3 });
    expect(await reading.source()).toMatchObject({ trouble: null, quarantined: 0, conflicts: 0 });
  });

  test('a server that knows neither pages nor updates is read to its oldest request, and its changes are found', async ({
    service,
    origin,
  }) => {
    let requests = [1, 2, 3, 4, 5, 6, 7].map((days) => opened(`N-${String(days)}`, days));
    serveOpen311(origin, () => requests, { pages: false, updates: false, most: 3 });
    const sound = origin.handler;
    origin.handler = (request, response) => {
      if (request.url?.includes('services.json') === true)
        response.end(JSON.stringify([{ service_code: 'roads', service_name: 'Roads and bridges' }]));
      else sound(request, response);
    };
    const reading = await readingOf(service, 'simple', origin.url, { historyDays: 30 });

    const running = await reading.start();
    await vi.waitFor(async () => expect(await reading.value('field-reports.open')).toEqual({ all: 7 }), patient);
    requests = requests.map((request) => (request.service_request_id === 'N-2' ? closed(request, 0.5) : request));
    await vi.waitFor(async () => expect(await reading.value('field-reports.open')).toEqual({ all: 6 }), patient);
    const { duplicates } = await reading.source();
    const asked = origin.asked.length;
    await vi.waitFor(() => expect(origin.asked.length).toBeGreaterThan(asked + 1), patient);
    await running.close();

    expect(await reading.value('field-reports.received', { by: 'procedure' })).toEqual({ 'Roads and bridges': 7 });
    // What it gives again and again was updated before what we have seen: it is not even offered.
    expect((await reading.source()).duplicates).toBe(duplicates);
  });

  test('a server whose clock runs ahead or behind loses nothing', async ({ service, origin }) => {
    const skews = { ahead: -0.1, behind: 0.1 };
    const told = new Map<string, ServedRequest[]>();
    origin.handler = (request, response) => {
      const id = request.url?.split('/')[1] ?? '';
      response.end(open311Answer(told.get(id) ?? [], request.url ?? ''));
    };
    const readThrough = async ([id, skew]: readonly [string, number]): Promise<void> => {
      const first = opened(`${id}-1`, 1 + skew);
      const steps = [
        { requests: [first], received: 1 },
        { requests: [closed(first, skew), opened(`${id}-2`, skew)], received: 2 },
        { requests: [closed(first, skew), opened(`${id}-2`, skew), opened(`${id}-3`, skew)], received: 3 },
      ];
      const reading = await readingOf(service, id, origin.url, { historyDays: 30 });
      const running = await reading.start();
      for (const { requests, received } of steps) {
        told.set(id, requests);
        await vi.waitFor(
          async () => expect(await reading.value('field-reports.received')).toEqual({ all: received }),
          patient,
        );
      }
      await running.close();
      expect([id, await reading.value('field-reports.handled')]).toEqual([id, { all: 1 }]);
    };

    await Promise.all(Object.entries(skews).map(readThrough));
  });

  test.skipIf(!areThere)('Chicago’s real requests, page by page', async ({ service, origin }) => {
    const { requests } = truth();
    const file = readFileSync(realPath('dossiers/open311/chicago-2014-requests.json'), 'utf8');
    const served = JSON.parse(file) as ServedRequest[];
    serveOpen311(origin, () => served);
    const reading = await readingOf(service, 'chicago-live', origin.url, { historyDays: 700, pageSize: 20 });

    const running = await reading.start(Date.parse('2015-11-01T00:00:00Z'));
    await vi.waitFor(
      async () => expect(await reading.value('field-reports.received')).toEqual({ all: requests.distinct_ids }),
      patient,
    );
    await running.close();

    expect(await reading.value('field-reports.handled')).toEqual({ all: requests.status.closed });
    expect(await reading.value('field-reports.open')).toEqual({ all: requests.status.open });
    expect(await reading.value('field-reports.received', { by: 'procedure' })).toEqual(requests.by_service);
    // A note each, and what a request tells of itself.
    expect(await reading.source()).toMatchObject({
      accepted: requests.notes_total + requests.requests,
      quarantined: 0,
    });
  });
});
