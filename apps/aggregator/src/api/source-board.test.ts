import { hanoi } from '@flagtower/city-hanoi';
import { sourceBoardRowSchema, sourceConductSchema, sourceConfigSchema } from '@flagtower/contracts';
import { commitBatch, declareSource, forgetConduct, ledgerNamed, noteTrouble, sourceNamed } from '@flagtower/store';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { personWith } from '../testing/people.ts';
import { adminKey, bearer, test as base, type TestService } from '../testing/test-service.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

interface Heard {
  /** Declares a source with a cadence of a minute that was heard so many milliseconds ago. */
  readonly source: (id: string, ...heardAgoMs: readonly number[]) => Promise<number>;
  readonly row: (id: string) => Promise<z.infer<typeof sourceBoardRowSchema>>;
  readonly conduct: (id: string) => Promise<z.infer<typeof sourceConductSchema>>;
}

const test = base.extend('heard', ({ service }): Heard => {
  const { store, app } = service;
  const boardSchema = z.object({ sources: z.array(sourceBoardRowSchema) });
  return {
    source: async (id, ...heardAgoMs) => {
      const ledger = await ledgerNamed(store.pool, hanoi.id, 'trial');
      const config = { id, names: { vi: id, en: id }, ledger: 'trial', zone: hanoi.zone };
      const cadence = { everySeconds: 60 };
      await declareSource(store.pool, ledger.id, sourceConfigSchema.parse({ ...config, cadence }));
      const source = await sourceNamed(store.pool, ledger.id, id);
      if (source === null) throw new TypeError('it was declared');
      const empty = { ledger, source, importId: null, fileHash: null, items: [], rejections: [] };
      for (const ago of heardAgoMs) await commitBatch(store, { ...empty, now: Date.now() - ago });
      return ledger.id;
    },
    row: async (id) => {
      const answer = await app.inject('/v1/sources?ledger=trial');
      const found = boardSchema.parse(answer.json()).sources.find((row) => row.id === id);
      if (found === undefined) throw new TypeError('it is on the board');
      return found;
    },
    conduct: async (id) => sourceConductSchema.parse((await app.inject(`/v1/sources/${id}?ledger=trial`)).json()),
  };
});

async function post(service: TestService, url: string, headers: Record<string, string>): Promise<number> {
  return (await service.app.inject({ method: 'POST', url, headers })).statusCode;
}

describe('the board', { timeout: 60_000 }, () => {
  test('counts the signs of life that were due and those that came', async ({ heard }) => {
    await heard.source('complete', 4 * hourMs, 3 * hourMs, 20_000);

    const { contacts, freshness, since, trouble, way } = await heard.row('complete');

    // An hour without one costs 59, the three hours that follow 179.
    expect(contacts).toMatchObject({ expected: 240, seen: 240 - 59 - 179 });
    expect({ freshness: freshness.state, trouble, way }).toEqual({ freshness: 'live', trouble: null, way: 'push' });
    expect(Date.now() - Date.parse(since ?? '')).toBeLessThan(minuteMs);
  });

  test('a silence that goes on counts as well, from the moment of its stamps', async ({ heard }) => {
    await heard.source('silent', 3 * hourMs, 3 * hourMs - minuteMs, 2 * hourMs);

    const { contacts, freshness, since } = await heard.row('silent');
    const { silences, days } = await heard.conduct('silent');

    expect(freshness.state).toBe('lost');
    expect(since).toBe(freshness.lostAfter);
    expect(contacts).toMatchObject({ expected: 180, seen: 180 - 58 - 119 });
    expect(silences.map(({ until, missed }) => [until === null, missed])).toEqual([
      [true, 119],
      [false, 58],
    ]);
    expect(days).toHaveLength(90);
    const late = days.reduce((sum, { lateSeconds }) => sum + (lateSeconds ?? 0), 0);
    expect(Math.abs(late - (58 + 119) * 60)).toBeLessThan(70);
    expect(days[0]).toMatchObject({ lateSeconds: null, missed: null });
  });

  test('the next sign of life takes a trouble back, and its beginning stays while it lasts', async ({
    heard,
    service,
  }) => {
    const ledgerId = await heard.source('troubled', hourMs);
    const { pool } = service.store;
    const first = Date.now() - 10 * minuteMs;

    const told = { reason: 'one', place: null, now: first };
    await noteTrouble(pool, { ledgerId, id: 'troubled' }, { ...told, code: 'SOURCE_REFUSES' });
    await noteTrouble(
      pool,
      { ledgerId, id: 'troubled' },
      { ...told, code: 'BAD_FILE', place: 'pull.url', now: Date.now() },
    );
    const during = await heard.row('troubled');
    await heard.source('troubled', 0);
    const after = await heard.row('troubled');

    expect(during.trouble).toEqual({
      code: 'BAD_FILE',
      reason: 'one',
      place: 'pull.url',
      failures: 2,
      since: new Date(first).toISOString(),
    });
    expect(after.trouble).toBeNull();
  });

  test('of a source that was never heard nothing is claimed', async ({ heard }) => {
    await heard.source('unheard');

    expect(await heard.row('unheard')).toMatchObject({ contacts: null, since: null, freshness: { state: 'none' } });
    expect((await heard.conduct('unheard')).days.every(({ missed }) => missed === null)).toBe(true);
  });

  test('old silences are let go, and the newest are kept up to a number', async ({ heard, service }) => {
    const ledgerId = await heard.source(
      'forgotten',
      100 * 24 * hourMs,
      99 * 24 * hourMs,
      5 * hourMs,
      3 * hourMs,
      hourMs,
    );
    const before = Date.now() - 90 * 24 * hourMs;

    await forgetConduct(service.store.pool, ledgerId, { before, most: 2 });

    const ended = (await heard.conduct('forgotten')).silences.filter(({ until }) => until !== null);
    expect(ended.map(({ missed }) => missed)).toEqual([119, 119]);
  });
});

describe('what people do about it', { timeout: 60_000 }, () => {
  test('a paused source is told so, and what it pushes is refused and not lost on it', async ({ service }) => {
    const key = await service.source('paused');

    const paused = await post(service, '/v1/sources/paused/pause?ledger=trial', bearer(adminKey));
    const other = await post(service, '/v1/sources/paused/pause?ledger=trial', bearer(key));
    const pushed = await post(service, '/v1/intake/paused', bearer(key));
    const resumed = await post(service, '/v1/sources/paused/resume?ledger=trial', bearer(adminKey));

    expect([paused, other, pushed, resumed]).toEqual([200, 403, 409, 200]);
  });

  test('a steward notes a reminder under her name; a key cannot', async ({ heard, service }) => {
    await heard.source('reminded', hourMs);
    const steward = await personWith(service, 'steward', 'lan.nguyen');
    const viewer = await personWith(service, 'viewer', 'an.tran');
    const address = '/v1/sources/reminded/reminders?ledger=trial';

    const byKey = await post(service, address, bearer(adminKey));
    const byViewer = (await viewer.send('POST', address)).statusCode;
    const byPerson = (await steward.send('POST', address)).statusCode;
    const replayed = (await steward.send('POST', '/v1/quarantine/reminded/replay?ledger=trial')).statusCode;

    expect([byKey, byViewer, byPerson, replayed]).toEqual([401, 403, 200, 200]);
    expect(await heard.row('reminded')).toMatchObject({ reminders: 1 });
    expect((await heard.conduct('reminded')).reminders).toMatchObject([{ by: steward.account.displayName }]);
  });

  test('an unknown source is none', async ({ service }) => {
    const answer = await service.app.inject('/v1/sources/nobody?ledger=trial');

    expect(answer.json()).toMatchObject({ status: 404, code: 'UNKNOWN_SOURCE' });
  });
});
