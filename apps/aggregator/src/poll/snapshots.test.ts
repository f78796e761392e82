import { existsSync, readFileSync } from 'node:fs';

import { ledgerNamed, readActiveNotices, sourceNamed } from '@flagtower/store';
import { describe, expect, vi } from 'vitest';

import type { Running } from '../connect/until-closed.ts';
import { ledgerWriters } from '../intake/ledger-writers.ts';
import { createMetrics } from '../ops/metrics.ts';
import { alertFeed } from '../testing/alert-feed.ts';
import { loopbackOrigin } from '../testing/loopback-origin.ts';
import { test as base, type TestService } from '../testing/test-service.ts';
import { startPoller } from './poller.ts';

const test = base.extend('origin', async ({}, { onCleanup }) => {
  const origin = await loopbackOrigin();
  onCleanup(origin.close);
  return origin;
});

const madeAt = Math.floor(Date.parse('2026-01-05T01:00:00Z') / 1000);
const minute = 60;
const at = (seconds: number) => seconds * 1000;

interface Pulling {
  readonly active: (atMs: number) => Promise<string[]>;
  readonly close: Running['close'];
}

async function pulling(service: TestService, id: string, url: string, format: string): Promise<Pulling> {
  await service.source(id, 'trial');
  const { pool } = service.store;
  const ledger = await ledgerNamed(pool, 'hanoi', 'trial');
  const source = await sourceNamed(pool, ledger.id, id);
  if (source === null) throw new TypeError('it was declared');
  const metrics = createMetrics();
  const poller = startPoller({
    store: service.store,
    now: Date.now,
    secrets: {},
    writers: ledgerWriters(service.store, { now: Date.now, metrics }),
    metrics,
    log: service.app.log,
    ledger,
    source,
    pull: { url, everySeconds: 1, format },
  });
  return {
    close: poller.close,
    active: async (atMs) => {
      const { lastSeq } = await ledgerNamed(pool, 'hanoi', 'trial');
      const cut = { ledgerId: ledger.id, at: atMs, knownSeq: lastSeq, source: id };
      return (await readActiveNotices(pool, cut)).map((told) => told.id).toSorted();
    },
  };
}

const vietnameseSituations = (time: string, ids: readonly string[], method: string): string =>
  `<d2LogicalModel xmlns="http://datex2.eu/schema/2/2_0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><exchange><subscription><updateMethod>${method}</updateMethod></subscription></exchange>
<payloadPublication xsi:type="SituationPublication" lang="vi"><publicationTime>${time}</publicationTime>${ids
    .map(
      (
        id,
      ) => `<situation id="${id}"><situationRecord xsi:type="Accident" id="r"><situationRecordVersionTime>2026-01-05T00:30:00Z</situationRecordVersionTime>
<validity><validityTimeSpecification><overallStartTime>2026-01-05T00:20:00Z</overallStartTime></validityTimeSpecification></validity></situationRecord></situation>`,
    )
    .join('')}</payloadPublication></d2LogicalModel>`;

describe('a source that tells everything each time', { timeout: 60_000 }, () => {
  test('an alert that its next full data set leaves out is ended then, and is back when it is told again', async ({
    service,
    origin,
  }) => {
    const bodies = [
      alertFeed(madeAt, ['a', 'b']),
      alertFeed(madeAt + minute, ['a']),
      alertFeed(madeAt + 2 * minute, ['a', 'b']),
    ];
    origin.handler = (_request, response) => response.end(bodies[Math.min(origin.asked.length, bodies.length) - 1]);

    const { active, close } = await pulling(service, 'alerts', origin.url, 'gtfs-rt');
    await vi.waitFor(() => expect(origin.asked.length).toBeGreaterThan(bodies.length), { timeout: 20_000 });
    await close();

    expect(await active(at(madeAt))).toEqual(['a', 'b']);
    expect(await active(at(madeAt + minute))).toEqual(['a']);
    expect(await active(at(madeAt + 2 * minute))).toEqual(['a', 'b']);
  });

  test('a message that tells only what changed ends nothing', async ({ service, origin }) => {
    const bodies = [alertFeed(madeAt, ['a', 'b']), alertFeed(madeAt + minute, ['a'], true)];
    origin.handler = (_request, response) => response.end(bodies[Math.min(origin.asked.length, bodies.length) - 1]);

    const { active, close } = await pulling(service, 'changes', origin.url, 'gtfs-rt');
    await vi.waitFor(() => expect(origin.asked.length).toBeGreaterThan(bodies.length), { timeout: 20_000 });
    await close();

    expect(await active(at(madeAt + minute))).toEqual(['a', 'b']);
  });

  test('situations of a snapshot, in whatever order two of them come', async ({ service, origin }) => {
    const [early, late] = [
      vietnameseSituations('2026-01-05T01:00:00Z', ['s1', 's2'], 'snapshot'),
      vietnameseSituations('2026-01-05T01:05:00Z', ['s2', 's3'], 'snapshot'),
    ];
    for (const [id, bodies] of [
      ['in-order', [early, late]],
      ['out-of-order', [late, early]],
    ] as const) {
      const before = origin.asked.length;
      origin.handler = (_request, response) => response.end(bodies[Math.min(origin.asked.length - before, 2) - 1]);
      const { active, close } = await pulling(service, id, origin.url, 'datex2');
      await vi.waitFor(() => expect(origin.asked.length - before).toBeGreaterThan(2), { timeout: 20_000 });
      await close();

      expect([id, await active(Date.parse('2026-01-05T01:06:00Z'))]).toEqual([id, ['s2', 's3']]);
    }
  });

  test('three messages of 2017 that are no snapshots: only a word ends a situation', async ({
    service,
    origin,
    skip,
  }) => {
    const folder = new URL('../../../../../shared/data/feeds/traffic/datex2/fi-incidents-2017/', import.meta.url);
    if (!existsSync(folder)) skip('needs traffic/datex2 in ../shared/data/feeds');
    const bodies = ['15-59-34-896', '16-08-32-976', '16-10-01-680'].map((time) =>
      readFileSync(new URL(`Datex2_2017-08-10-${time}.xml`, folder)),
    );
    origin.handler = (_request, response) => response.end(bodies[Math.min(origin.asked.length, bodies.length) - 1]);

    const { active, close } = await pulling(service, 'finland', origin.url, 'datex2');
    await vi.waitFor(() => expect(origin.asked.length).toBeGreaterThan(bodies.length), { timeout: 20_000 });
    await close();

    expect(await active(Date.parse('2017-08-10T13:00:00Z'))).toEqual(['GUID50013339']);
    expect(await active(Date.parse('2017-08-10T13:08:00Z'))).toEqual(['GUID50013339', 'GUID50013340']);
    expect(await active(Date.parse('2017-08-10T13:30:00Z'))).toEqual(['GUID50013340']);
  });
});
