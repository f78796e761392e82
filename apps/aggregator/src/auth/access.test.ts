import { describe, expect } from 'vitest';

import { receivedLine } from '../testing/dossier-lines.ts';
import { adminKey, bearer, readKey, test } from '../testing/test-service.ts';

const elsewhere = '192.0.2.7';
const json = { 'content-type': 'application/json' };

describe('who may do what', { timeout: 60_000 }, () => {
  test('reading: this machine without a key, another one with the read or the admin key', async ({ service }) => {
    const read = (remoteAddress: string, headers = {}) =>
      service.app.inject({ url: '/v1/city', remoteAddress, headers });

    const statuses = [
      await read('127.0.0.1'),
      await read('::1'),
      await read(elsewhere),
      await read(elsewhere, bearer('wrong-key-of-somebody-else-012345')),
      await read(elsewhere, bearer(readKey)),
      await read(elsewhere, bearer(adminKey)),
      await read(elsewhere, { cookie: `flagtower-read=${readKey}` }),
    ].map(({ statusCode }) => statusCode);

    expect(statuses).toEqual([200, 200, 401, 401, 200, 200, 200]);
  });

  test('a proxy on this machine does not lend its trust', async ({ service }) => {
    const answer = await service.app.inject({ url: '/v1/city', headers: { 'x-forwarded-for': elsewhere } });

    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'UNAUTHORISED', remedy: expect.any(String) });
  });

  test('sending: only with the key of this very source, or the admin’s, also from this machine', async ({
    service,
  }) => {
    const key = await service.source('mine');
    const other = await service.source('theirs');
    const send = (headers: Record<string, string>) =>
      service.app.inject({ method: 'POST', url: '/v1/intake/mine', headers, payload: receivedLine('A-1') });

    const statuses = [
      await send({}),
      await send(bearer(other)),
      await send(bearer(readKey)),
      await send(bearer(key)),
      await send(bearer(adminKey)),
    ].map(({ statusCode }) => statusCode);

    expect(statuses).toEqual([401, 403, 403, 200, 200]);
  });

  test('a source’s key is for its own ledger only', async ({ service }) => {
    const key = await service.source('one-ledger', 'trial');

    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/intake/one-ledger?ledger=real',
      headers: bearer(key),
      payload: receivedLine('A-2'),
    });

    expect(answer.json()).toMatchObject({ status: 403, code: 'FORBIDDEN', place: 'ledger' });
  });

  test('operating: only with the admin’s key', async ({ service }) => {
    const key = await service.source('operator');
    const attempts = [
      {
        method: 'POST',
        url: '/v1/sources',
        payload: { id: 'new', names: { vi: 'n', en: 'n' }, ledger: 'trial', zone: 'UTC' },
      },
      { method: 'POST', url: '/v1/sources/operator/key' },
      { method: 'PUT', url: '/v1/ledgers/trial/clock', payload: { clock: 'real' } },
      { method: 'POST', url: '/v1/imports/none/retract' },
      { method: 'POST', url: '/v1/quarantine/operator/replay' },
    ] as const;

    for (const attempt of attempts) {
      const headers = 'payload' in attempt ? json : {};
      const without = await service.app.inject({ ...attempt, headers });
      const withOther = await service.app.inject({ ...attempt, headers: { ...headers, ...bearer(key) } });
      const withAdmin = await service.app.inject({ ...attempt, headers: { ...headers, ...bearer(adminKey) } });

      expect([without.statusCode, withOther.statusCode]).toEqual([401, 403]);
      expect([200, 404]).toContain(withAdmin.statusCode);
    }
  });

  test('a key that was renewed ends', async ({ service }) => {
    const old = await service.source('renewed');
    const renewed = await service.app.inject({
      method: 'POST',
      url: '/v1/sources/renewed/key',
      headers: bearer(adminKey),
    });
    const { key } = renewed.json<{ key: string }>();
    const send = (headers: Record<string, string>) =>
      service.app.inject({ method: 'POST', url: '/v1/intake/renewed', headers, payload: receivedLine('R-1') });

    const statuses = [(await send(bearer(old))).statusCode, (await send(bearer(key))).statusCode];

    expect(statuses).toEqual([403, 200]);
  });

  test('a read key becomes a cookie that scripts cannot see', async ({ service }) => {
    const post = (key: string) =>
      service.app.inject({ method: 'POST', url: '/v1/session', headers: json, payload: { key } });

    const good = await post(readKey);
    const bad = await post('not-the-key');

    expect(good.headers['set-cookie']).toMatch(/^flagtower-read=.*HttpOnly; SameSite=Strict/);
    expect(bad.statusCode).toBe(403);
  });

  test('a name that was turned to this machine is refused', async ({ service }) => {
    const ask = (host: string) => service.app.inject({ url: '/v1/city', headers: { host } });

    const statuses = [
      await ask('evil.example'),
      await ask('localhost:7300'),
      await ask('127.0.0.1:7300'),
      await ask('[::1]:7300'),
      await ask('WALL.example'),
    ].map(({ statusCode }) => statusCode);

    expect(statuses).toEqual([403, 200, 200, 200, 200]);
  });

  test('another machine may not ask without end', async ({ service }) => {
    const ask = () => service.app.inject({ url: '/healthz', remoteAddress: '192.0.2.99' });

    const answers = [];
    for (let n = 0; n < 1201; n += 1) answers.push((await ask()).statusCode);

    expect(answers.slice(0, 1200).every((status) => status === 200)).toBe(true);
    expect(answers[1200]).toBe(429);
  });
});

describe('a page of ours', { timeout: 60_000 }, () => {
  test('runs its own scripts, and none that are written into it', async ({ service }) => {
    const { headers } = await service.app.inject('/');

    const policy = String(headers['content-security-policy']);
    const directives = Object.fromEntries(
      policy.split(';').map((part) => part.split(' ', 1).concat(part.slice(part.indexOf(' ') + 1))),
    );
    expect(directives).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'worker-src': "'self' blob:",
      'object-src': "'none'",
    });
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
