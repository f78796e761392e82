import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hanoi } from '@flagtower/city-hanoi';
import { ledgerNamed, readActiveNotices, retractImport, sourceNamed } from '@flagtower/store';
import { describe, expect, onTestFinished } from 'vitest';

import { alertFeed } from '../testing/alert-feed.ts';
import { bearer, test as base, type TestService } from '../testing/test-service.ts';
import { importFile } from './import-file.ts';

const madeAt = Math.floor(Date.parse('2026-01-05T01:00:00Z') / 1000);
const minute = 60;

interface Told {
  readonly push: (body: Uint8Array, format?: string) => Promise<Record<string, unknown>>;
  /** @returns the id of the import */
  readonly bring: (body: Uint8Array) => Promise<string>;
  readonly active: () => Promise<string[]>;
}

async function telling(service: TestService, id: string): Promise<Told> {
  const { store, app } = service;
  const key = await service.source(id, 'trial');
  const folder = await mkdtemp(join(tmpdir(), 'flagtower-snapshots-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return {
    push: async (payload, format = 'gtfs-rt') => {
      const url = `/v1/intake/${id}?ledger=trial&format=${format}`;
      const headers = { ...bearer(key), 'content-type': 'application/octet-stream' };
      return (await app.inject({ method: 'POST', url, headers, payload: Buffer.from(payload) })).json();
    },
    bring: async (body) => {
      const ledger = await ledgerNamed(store.pool, hanoi.id, 'trial');
      const source = await sourceNamed(store.pool, ledger.id, id);
      if (source === null) throw new TypeError('it was declared');
      const path = join(folder, 'message.pb');
      await writeFile(path, body);
      const order = { path, fileName: null, ledger, source, format: 'gtfs-rt', mapping: null, zone: null, asOf: null };
      return (await importFile({ ...order, dryRun: false }, { store, now: Date.now })).import;
    },
    active: async () => {
      const { id: ledgerId, lastSeq } = await ledgerNamed(store.pool, hanoi.id, 'trial');
      const cut = { ledgerId, at: Date.now(), knownSeq: lastSeq, source: id };
      return (await readActiveNotices(store.pool, cut)).map((told) => told.id).toSorted();
    },
  };
}

const test = base.extend(
  'told',
  ({ service }) =>
    (id: string) =>
      telling(service, id),
);

/** A message of one vehicle, which is complete as well. */
function vehicleFeed(seconds: number): Uint8Array {
  // An entity with the id `v` and a vehicle of which nothing is told.
  return Buffer.concat([alertFeed(seconds, []), Buffer.from([0x12, 0x05, 0x0a, 0x01, 0x76, 0x22, 0x00])]);
}

const situations = (time: string, ids: readonly string[]): Uint8Array =>
  Buffer.from(`<d2LogicalModel xmlns="http://datex2.eu/schema/2/2_0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><exchange><subscription><updateMethod>snapshot</updateMethod></subscription></exchange>
<payloadPublication xsi:type="SituationPublication" lang="vi"><publicationTime>${time}</publicationTime>${ids
    .map(
      (
        id,
      ) => `<situation id="${id}"><situationRecord xsi:type="Accident" id="r"><situationRecordVersionTime>2026-01-05T00:30:00Z</situationRecordVersionTime>
<validity><validityTimeSpecification><overallStartTime>2026-01-05T00:20:00Z</overallStartTime></validityTimeSpecification></validity></situationRecord></situation>`,
    )
    .join('')}</payloadPublication></d2LogicalModel>`);

describe('a full data set that is brought to us', { timeout: 60_000 }, () => {
  test('ends what it leaves out, as one that is pulled does, and counts what it held', async ({ told }) => {
    const { push, active } = await told('pushed');

    const first = await push(alertFeed(madeAt, ['a', 'b']));
    const second = await push(alertFeed(madeAt + minute, ['b', 'c']));
    const again = await push(alertFeed(madeAt + minute, ['b', 'c']));

    expect(await active()).toEqual(['b', 'c']);
    expect(first).toMatchObject({ accepted: 2, duplicates: 0, quarantined: 0 });
    expect(second).toMatchObject({ accepted: 1, duplicates: 1, quarantined: 0 });
    expect(again).toMatchObject({ accepted: 0, duplicates: 2, quarantined: 0 });
  });

  test('comes late or twice and changes nothing of what a newer one says', async ({ told }) => {
    const { push, active } = await told('out-of-order');

    await push(alertFeed(madeAt + 2 * minute, ['b', 'c']));
    await push(alertFeed(madeAt, ['a', 'b']));
    await push(alertFeed(madeAt, ['a', 'b']));

    expect(await active()).toEqual(['b', 'c']);
  });

  test('that is empty ends all; one that is a difference, or of vehicles only, ends nothing', async ({ told }) => {
    const { push, active } = await told('kinds');
    await push(alertFeed(madeAt, ['a', 'b']));

    await push(alertFeed(madeAt + minute, ['a'], true));
    await push(vehicleFeed(madeAt + 2 * minute));
    const before = await active();
    await push(alertFeed(madeAt + 3 * minute, []));

    expect([before, await active()]).toEqual([['a', 'b'], []]);
  });

  test('with a broken item does not end it, nor the others that it may have been', async ({ told }) => {
    const { push, active } = await told('broken');
    await push(alertFeed(madeAt, ['a', 'b']));

    const answer = await push(
      Buffer.concat([alertFeed(madeAt + minute, ['b']), Buffer.from([0x12, 0x03, 0x0a, 0x7f, 0x61])]),
    );

    expect(answer).toMatchObject({ quarantined: 1 });
    expect(await active()).toEqual(['a', 'b']);
  });

  test('from an archive ends nothing of today, whatever the order of its files, and goes when it is retracted', async ({
    told,
    service,
  }) => {
    const { push, bring, active } = await told('archive');
    await push(alertFeed(madeAt + 60 * minute, ['today', 'b']));

    await bring(alertFeed(madeAt + minute, ['old', 'b']));
    await bring(alertFeed(madeAt, ['older', 'b']));
    expect(await active()).toEqual(['b', 'today']);

    const wrong = await bring(alertFeed(madeAt + 90 * minute, ['wrong']));
    expect(await active()).toEqual(['wrong']);
    await retractImport(service.store, wrong, Date.now());
    expect(await active()).toEqual(['b', 'today']);
    await push(alertFeed(madeAt + 61 * minute, ['today']));
    expect(await active()).toEqual(['today']);
  });

  test('of situations is one whether it is pushed or imported, also by a service that was started since', async ({
    told,
  }) => {
    const before = await told('situations');
    await before.push(situations('2026-01-05T01:05:00Z', ['s2', 's3']), 'datex2');

    const after = await told('situations');
    await after.push(situations('2026-01-05T01:00:00Z', ['s1', 's2']), 'datex2');
    const late = await after.active();
    await after.push(situations('2026-01-05T01:06:00Z', ['s3']), 'datex2');

    expect([late, await after.active()]).toEqual([['s2', 's3'], ['s3']]);
  });
});
