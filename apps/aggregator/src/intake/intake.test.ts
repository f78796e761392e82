import { gzipSync } from 'node:zlib';

import { hanoi } from '@flagtower/city-hanoi';
import { recordSchema, sourceConfigSchema } from '@flagtower/contracts';
import { commitBatch, declareSource, ledgerNamed, readReplayable, sourceNamed } from '@flagtower/store';
import { describe, expect } from 'vitest';

import { receivedLine } from '../testing/dossier-lines.ts';
import { adminKey, bearer, test } from '../testing/test-service.ts';
import { replayQuarantine } from './replay-quarantine.ts';

const ndjson = { 'content-type': 'application/x-ndjson' };

describe('records that a source pushes', { timeout: 60_000 }, () => {
  test('are counted at once, with the wrong ones by their line and reason', async ({ service }) => {
    const key = await service.source('by-line');
    const payload = [receivedLine('L-1'), '{"kind":"dossier-event"}', '{not json', receivedLine('L-2')].join('\n');

    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/intake/by-line',
      headers: { ...bearer(key), ...ndjson },
      payload,
    });

    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      source: 'by-line',
      ledger: 'trial',
      accepted: 2,
      duplicates: 0,
      quarantined: 2,
      rejections: [{ line: 2 }, { line: 3, reason: 'not-parseable' }],
    });
    const figure = await service.app.inject('/v1/kpis/dossiers.received?source=by-line');
    expect(figure.json()).toMatchObject({ values: [{ value: 2 }] });
    const quarantine = await service.app.inject('/v1/quarantine?source=by-line');
    expect(quarantine.json<{ quarantine: { line: number }[] }>().quarantine.map(({ line }) => line)).toEqual([3, 2]);
  });

  test('count once, however often they are sent', async ({ service }) => {
    const key = await service.source('twice');
    const send = () =>
      service.app.inject({
        method: 'POST',
        url: '/v1/intake/twice',
        headers: { ...bearer(key), ...ndjson },
        payload: receivedLine('T-1'),
      });

    const first = await send();
    const second = await send();

    expect([first.json(), second.json()]).toMatchObject([
      { accepted: 1, duplicates: 0 },
      { accepted: 0, duplicates: 1 },
    ]);
  });

  test('may come as a JSON list, as one object over several lines, or packed', async ({ service }) => {
    const key = await service.source('forms');
    const post = (headers: Record<string, string>, payload: string | Buffer) =>
      service.app.inject({ method: 'POST', url: '/v1/intake/forms', headers: { ...bearer(key), ...headers }, payload });
    const json = { 'content-type': 'application/json' };

    const answers = [
      await post(json, `[${receivedLine('F-1')},${receivedLine('F-2')}]`),
      await post(json, JSON.stringify(JSON.parse(receivedLine('F-3')), null, 2)),
      await post(json, `${receivedLine('F-4')}\n${receivedLine('F-5')}`),
      await post({ ...ndjson, 'content-encoding': 'gzip' }, gzipSync(receivedLine('F-6'))),
    ];

    expect(answers.map((answer) => answer.json<{ accepted: number }>().accepted)).toEqual([2, 1, 2, 1]);
  });

  test('many at the same time each get their own counts', async ({ service }) => {
    const key = await service.source('many');
    const send = (index: number) =>
      service.app.inject({
        method: 'POST',
        url: '/v1/intake/many',
        headers: { ...bearer(key), ...ndjson },
        payload: Array.from({ length: (index % 3) + 1 }, (_, n) =>
          receivedLine(`M-${String(index)}-${String(n)}`),
        ).join('\n'),
      });

    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => send(index)));

    expect(answers.map((answer) => answer.json<{ accepted: number }>().accepted)).toEqual(
      Array.from({ length: 40 }, (_, index) => (index % 3) + 1),
    );
  });

  test('none at all is a sign of life', async ({ service }) => {
    const key = await service.source('silent');

    const answer = await service.app.inject({ method: 'POST', url: '/v1/intake/silent', headers: bearer(key) });

    expect(answer.json()).toMatchObject({ accepted: 0, duplicates: 0, quarantined: 0 });
    const board = await service.app.inject('/v1/sources');
    const { sources } = board.json<{ sources: { id: string; freshness: { state: string } }[] }>();
    expect(sources.find(({ id }) => id === 'silent')?.freshness.state).toBe('live');
  });

  test('that lie in the future wait in quarantine and can be offered again', async ({ service }) => {
    const key = await service.source('early');
    const at = new Date(Date.now() + 3_600_000).toISOString();

    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/intake/early',
      headers: { ...bearer(key), ...ndjson },
      payload: receivedLine('E-1', at),
    });

    expect(answer.json()).toMatchObject({ accepted: 0, quarantined: 1, rejections: [{ reason: 'ahead-of-clock' }] });
    const replayed = await service.app.inject({
      method: 'POST',
      url: '/v1/quarantine/early/replay',
      headers: bearer(adminKey),
    });
    expect(replayed.json()).toEqual({ offered: 0, accepted: 0, stillRefused: 1 });
  });

  test('that were read in a wrong zone are not offered again once it was mended: what they say is another moment', async ({
    service,
  }) => {
    const { store } = service;
    // A ledger's clock never goes back: the others' is left alone.
    const ledger = await ledgerNamed(store.pool, hanoi.id, 'real');
    const now = Date.now();
    const tellIn = async (zone: string, code: string): Promise<void> => {
      const config = { id: 'moved', names: { vi: 'moved', en: 'moved' }, ledger: 'real', zone };
      await declareSource(store.pool, ledger.id, sourceConfigSchema.parse(config));
      const source = await sourceNamed(store.pool, ledger.id, 'moved');
      if (source === null) throw new TypeError('it was declared');
      const record = recordSchema.parse(JSON.parse(receivedLine(code, new Date(now + 3_600_000).toISOString())));
      const items = [{ line: 1, record }];
      await commitBatch(store, { ledger, source, importId: null, fileHash: null, items, rejections: [], now });
    };
    await tellIn(hanoi.zone, 'M-1');
    await tellIn('Europe/Amsterdam', 'M-2');

    const replayed = await replayQuarantine({ store, ledger, now: now + 7_200_000 }, 'moved');

    expect(replayed).toEqual({ offered: 1, accepted: 1, stillRefused: 1 });
    expect(await readReplayable(store.pool, ledger.id, 'moved')).toMatchObject([{ zone: hanoi.zone }]);
  });
});

describe('a body is refused as a whole', { timeout: 60_000 }, () => {
  test('when it is no JSON', async ({ service }) => {
    const key = await service.source('no-json');

    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/intake/no-json',
      headers: { ...bearer(key), ...ndjson },
      payload: '<html>',
    });

    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'BAD_FILE', place: 'line 1' });
  });

  test('when it unfolds to much more than it is', async ({ service }) => {
    const key = await service.source('bomb');
    const bomb = gzipSync(Buffer.concat([Buffer.from('{"kind":"'), Buffer.alloc(96 * 1024 * 1024, ' ')]));

    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/intake/bomb',
      headers: { ...bearer(key), ...ndjson, 'content-encoding': 'gzip' },
      payload: bomb,
    });

    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ code: 'TOO_LARGE' });
  });

  test('when it is packed by something else than gzip, or is damaged', async ({ service }) => {
    const key = await service.source('packed');
    const post = (encoding: string, payload: Buffer) =>
      service.app.inject({
        method: 'POST',
        url: '/v1/intake/packed',
        headers: { ...bearer(key), ...ndjson, 'content-encoding': encoding },
        payload,
      });

    const brotli = await post('br', Buffer.from('x'));
    const damaged = await post('gzip', gzipSync(receivedLine('P-1')).subarray(0, 40));

    expect([brotli.json(), damaged.json()]).toMatchObject([{ code: 'UNKNOWN_FORMAT' }, { code: 'BAD_FILE' }]);
  });
});
