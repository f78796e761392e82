import type { Account, MadeInvitation } from '@flagtower/contracts';
import { describe, expect } from 'vitest';

import { cookieOf, fromOwnPage, goodPassword, hashOfLink, personWith } from '../testing/people.ts';
import { adminKey, bearer, readKey, test, type TestService } from '../testing/test-service.ts';
import { inviteFirstAdmin } from './invite.ts';

const elsewhere = '192.0.2.7';

async function signIn({ app }: TestService, name: string, password: string, remoteAddress = elsewhere) {
  return await app.inject({
    method: 'POST',
    url: '/v1/sign-in',
    remoteAddress,
    headers: fromOwnPage,
    payload: { name, password },
  });
}

async function accept({ app }: TestService, path: string, body: object) {
  return await app.inject({
    method: 'POST',
    url: `/v1/invitations/${path.split('/').at(-1) ?? ''}`,
    headers: fromOwnPage,
    payload: { name: 'nobody', displayName: 'Không ai', password: goodPassword, ...body },
  });
}

async function linkFor({ app }: TestService, role: string): Promise<MadeInvitation> {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/invitations',
    headers: bearer(adminKey),
    payload: { role },
  });
  return answer.json();
}

describe('a link', { timeout: 60_000 }, () => {
  test('makes one account, signs it in, and is over', async ({ service }) => {
    const { path } = await linkFor(service, 'steward');
    const token = path.split('/').at(-1) ?? '';
    const asked = await service.app.inject({ url: `/v1/invitations/${token}`, remoteAddress: elsewhere });

    const first = await accept(service, path, { name: 'Lan.Nguyen', displayName: 'Nguyễn Thị Lan' });
    const second = await accept(service, path, { name: 'somebody-else' });
    const me = await service.app.inject({ url: '/v1/me', headers: { cookie: cookieOf(first.headers['set-cookie']) } });

    expect(asked.json()).toMatchObject({ kind: 'account', role: 'steward', name: null });
    expect(first.statusCode).toBe(200);
    expect(me.json()).toMatchObject({
      account: { name: 'lan.nguyen', displayName: 'Nguyễn Thị Lan', role: 'steward' },
    });
    expect([second.statusCode, second.json().code]).toEqual([404, 'NOT_FOUND']);
  });

  test('a name that is taken leaves the link open; a weak password does too, and says why', async ({ service }) => {
    await personWith(service, 'viewer', 'taken');
    const { path } = await linkFor(service, 'viewer');

    const taken = await accept(service, path, { name: 'taken' });
    const short = await accept(service, path, { name: 'free', password: 'too short' });
    const own = await accept(service, path, { name: 'long-name', password: 'My-Long-Name-2026' });
    const good = await accept(service, path, { name: 'free' });

    expect([taken.json().code, taken.json().place]).toEqual(['CONFLICT', 'name']);
    expect([short.json().code, short.json().place]).toEqual(['BAD_REQUEST', 'password']);
    expect([own.json().code, own.json().place]).toEqual(['BAD_REQUEST', 'password']);
    expect(good.statusCode).toBe(200);
  });

  test('runs out after three days', async ({ service }) => {
    const { path } = await linkFor(service, 'viewer');
    await service.store.pool.query(
      `update invitations set expires_at = now() - interval '1 second' where token_hash = $1`,
      [hashOfLink(path)],
    );

    expect((await accept(service, path, { name: 'too-late' })).statusCode).toBe(404);
  });

  test('the first administrator’s is made as long as there is none, and all of them end with the first', async ({
    service,
  }) => {
    await service.store.pool.query(`update accounts set role = 'viewer' where role = 'admin'`);
    const one = await inviteFirstAdmin(service.store.pool, Date.now());
    const other = await inviteFirstAdmin(service.store.pool, Date.now());

    const first = await accept(service, one?.path ?? '', { name: 'first-admin' });
    const second = await accept(service, other?.path ?? '', { name: 'second-admin' });

    expect(first.json()).toMatchObject({ role: 'admin' });
    expect(second.statusCode).toBe(404);
    expect(await inviteFirstAdmin(service.store.pool, Date.now())).toBeNull();
  });
});

describe('signing in', { timeout: 60_000 }, () => {
  test('needs name and password, in whatever case the name is typed, and gives a new cookie each time', async ({
    service,
  }) => {
    const { cookie } = await personWith(service, 'viewer', 'binh');

    const good = await signIn(service, ' Binh ', goodPassword);
    const again = await signIn(service, 'binh', goodPassword);

    expect(good.headers['set-cookie']).toMatch(/^flagtower-session=[\w-]{43}; .*HttpOnly.*SameSite=Strict/);
    const cookies = [cookie, cookieOf(good.headers['set-cookie']), cookieOf(again.headers['set-cookie'])];
    expect(new Set(cookies).size).toBe(3);
  });

  test('a browser that signs in again leaves its old session', async ({ service }) => {
    const { cookie } = await personWith(service, 'viewer', 'chi');
    await service.app.inject({
      method: 'POST',
      url: '/v1/sign-in',
      headers: { ...fromOwnPage, cookie },
      payload: { name: 'chi', password: goodPassword },
    });

    const read = await service.app.inject({ url: '/v1/city', remoteAddress: elsewhere, headers: { cookie } });

    expect(read.statusCode).toBe(401);
  });

  test('an unknown name, a wrong password and a locked account are told alike', async ({ service }) => {
    const { account } = await personWith(service, 'viewer', 'locked-out');
    await personWith(service, 'viewer', 'there');
    await service.app.inject({
      method: 'PATCH',
      url: `/v1/accounts/${account.id}`,
      headers: bearer(adminKey),
      payload: { locked: true },
    });

    const answers = [
      await signIn(service, 'never-was', goodPassword),
      await signIn(service, 'there', 'not this password'),
      await signIn(service, 'locked-out', goodPassword),
    ];

    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(401);
  });

  test('ten wrong passwords close a name for a while, whoever tries from wherever, and no other name', async ({
    service,
  }) => {
    await personWith(service, 'viewer', 'attacked');
    await personWith(service, 'viewer', 'bystander');
    const wrong = [];
    for (let n = 0; n < 11; n += 1)
      wrong.push((await signIn(service, 'attacked', 'wrong', `192.0.2.${String(100 + n)}`)).statusCode);

    const right = await signIn(service, 'attacked', goodPassword);
    const other = await signIn(service, 'bystander', goodPassword);

    expect(wrong).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    expect([right.statusCode, other.statusCode]).toEqual([429, 200]);
  });

  test('a hundred wrong passwords from one address close that address, for whatever name', async ({ service }) => {
    await personWith(service, 'viewer', 'neighbour');
    for (let n = 0; n < 100; n += 1) await signIn(service, `guess-${String(n)}`, 'wrong', '192.0.2.240');

    const same = await signIn(service, 'neighbour', goodPassword, '192.0.2.240');
    const other = await signIn(service, 'neighbour', goodPassword, '192.0.2.241');

    expect([same.statusCode, other.statusCode]).toEqual([429, 200]);
  });

  test('a page of somebody else’s cannot sign a browser in', async ({ service }) => {
    await personWith(service, 'viewer', 'dung');
    const from = async (headers: Record<string, string>) =>
      (
        await service.app.inject({
          method: 'POST',
          url: '/v1/sign-in',
          headers: { host: 'wall.example', ...headers },
          payload: { name: 'dung', password: goodPassword },
        })
      ).statusCode;

    const statuses = [
      await from({}),
      await from({ origin: 'https://evil.example' }),
      await from({ origin: 'null' }),
      await from({ 'sec-fetch-site': 'cross-site', origin: 'https://wall.example' }),
      await from({ 'sec-fetch-site': 'same-site' }),
      await from({ origin: 'https://wall.example' }),
    ];

    expect(statuses).toEqual([403, 403, 403, 403, 403, 200]);
  });
});

describe('a session', { timeout: 60_000 }, () => {
  test('reads from another machine, and ends with the sign-out', async ({ service }) => {
    const person = await personWith(service, 'viewer', 'giang');

    const before = await person.send('GET', '/v1/city');
    const out = await person.send('POST', '/v1/sign-out');
    const after = await person.send('GET', '/v1/city');

    expect([before.statusCode, out.statusCode, after.statusCode]).toEqual([200, 200, 401]);
    expect(out.headers['set-cookie']).toMatch(/^flagtower-session=;/);
  });

  test('ends after twelve idle hours, and after a week however busy', async ({ service }) => {
    const idle = await personWith(service, 'viewer', 'idle');
    const old = await personWith(service, 'viewer', 'old');
    const fresh = await personWith(service, 'viewer', 'fresh');
    const age = async (column: string, interval: string, id: string) =>
      await service.store.pool.query(
        `update sessions set ${column} = ${column} - interval '${interval}' where account_id = $1`,
        [id],
      );
    await age('seen_at', '12 hours 1 second', idle.account.id);
    await age('created_at', '7 days 1 second', old.account.id);
    await age('seen_at', '11 hours', fresh.account.id);

    const statuses = [];
    for (const { send } of [idle, old, fresh]) statuses.push((await send('GET', '/v1/city')).statusCode);

    expect(statuses).toEqual([401, 401, 200]);
  });

  test('a cookie alone changes nothing: the request must come from a page of ours', async ({ service }) => {
    const admin = await personWith(service, 'admin', 'hanh');
    const lock = async (headers: Record<string, string>) =>
      (
        await service.app.inject({
          method: 'PATCH',
          url: `/v1/accounts/${admin.account.id}`,
          headers: { cookie: admin.cookie, ...headers },
          payload: {},
        })
      ).statusCode;

    expect([
      await lock({}),
      await lock({ 'sec-fetch-site': 'cross-site' }),
      await lock({ origin: 'https://evil.example' }),
      await lock(fromOwnPage),
    ]).toEqual([403, 403, 403, 200]);
  });

  test('no token, password or hash of one is in any answer', async ({ service }) => {
    const admin = await personWith(service, 'admin', 'minh');

    const { body } = await admin.send('GET', '/v1/accounts');

    expect(body).not.toContain('argon2');
    expect(body).not.toMatch(/hash|password|token/i);
  });
});

describe('accounts', { timeout: 60_000 }, () => {
  test('what each role may do', async ({ service }) => {
    const target = await personWith(service, 'viewer', 'target');
    const actions = {
      read: ['GET', '/v1/city', undefined],
      'see accounts': ['GET', '/v1/accounts', undefined],
      invite: ['POST', '/v1/invitations', { role: 'viewer' }],
      'change a role': ['PATCH', `/v1/accounts/${target.account.id}`, { role: 'steward' }],
      'make a password link': ['POST', `/v1/accounts/${target.account.id}/password-link`, undefined],
      'renew a source’s key': ['POST', '/v1/sources/none/key', undefined],
    } as const;
    const matrix: Record<string, number[]> = {};
    for (const role of ['viewer', 'steward', 'approver', 'admin'] as const) {
      const person = await personWith(service, role, `matrix-${role}`);
      for (const [action, [method, url, payload]] of Object.entries(actions))
        (matrix[action] ??= []).push((await person.send(method, url, payload)).statusCode);
    }

    expect(matrix).toEqual({
      read: [200, 200, 200, 200],
      'see accounts': [403, 403, 403, 200],
      invite: [403, 403, 403, 200],
      'change a role': [403, 403, 403, 200],
      'make a password link': [403, 403, 403, 200],
      'renew a source’s key': [403, 403, 403, 404],
    });
  });

  test('the read key sees no accounts', async ({ service }) => {
    const answer = await service.app.inject({ url: '/v1/accounts', headers: bearer(readKey) });

    expect(answer.statusCode).toBe(403);
  });

  test('a change of role holds at the next request, a lock ends every session', async ({ service }) => {
    const admin = await personWith(service, 'admin', 'oanh');
    const other = await personWith(service, 'steward', 'phuc');
    await admin.send('PATCH', `/v1/accounts/${other.account.id}`, { role: 'admin' });
    const asAdmin = await other.send('GET', '/v1/accounts');
    await admin.send('PATCH', `/v1/accounts/${other.account.id}`, { locked: true });
    const locked = await other.send('GET', '/v1/city');

    expect([asAdmin.statusCode, locked.statusCode]).toEqual([200, 401]);
  });

  test('nobody can take away the last administrator, not even two at the same moment', async ({ service }) => {
    await service.store.pool.query(`update accounts set role = 'viewer' where role = 'admin'`);
    const one = await personWith(service, 'admin', 'last-one');
    const other = await personWith(service, 'admin', 'last-other');

    const both = await Promise.all([
      one.send('PATCH', `/v1/accounts/${other.account.id}`, { locked: true }),
      other.send('PATCH', `/v1/accounts/${one.account.id}`, { role: 'viewer' }),
    ]);
    const { rows } = await service.store.pool.query(
      `select 1 from accounts where role = 'admin' and locked_at is null`,
    );

    expect(rows).toHaveLength(1);
    expect(both.map(({ statusCode }) => statusCode)).toContain(200);
    expect(both.every(({ statusCode }) => statusCode === 200)).toBe(false);
  });

  test('a link sets a new password, ends the sessions, and keeps the account’s name', async ({ service }) => {
    const admin = await personWith(service, 'admin', 'quyen');
    const other = await personWith(service, 'steward', 'son');
    const link = (await admin.send('POST', `/v1/accounts/${other.account.id}/password-link`)).json<MadeInvitation>();

    const answer = await accept(service, link.path, { name: 'ignored', password: 'một mật khẩu hoàn toàn mới' });

    expect(answer.json<Account>()).toMatchObject({ id: other.account.id, name: 'son' });
    expect((await other.send('GET', '/v1/city')).statusCode).toBe(401);
    expect((await signIn(service, 'son', goodPassword)).statusCode).toBe(401);
    expect((await signIn(service, 'son', 'một mật khẩu hoàn toàn mới')).statusCode).toBe(200);
  });
});

describe('one’s own password', { timeout: 60_000 }, () => {
  const next = 'một mật khẩu hoàn toàn mới';

  test('is changed with the current one; other browsers are signed out, this one goes on with a new cookie', async ({
    service,
  }) => {
    const person = await personWith(service, 'viewer', 'thao');
    const other = cookieOf((await signIn(service, 'thao', goodPassword)).headers['set-cookie']);

    const changed = await person.send('POST', '/v1/me/password', { current: goodPassword, next });
    const cookie = cookieOf(changed.headers['set-cookie']);
    const statuses = await Promise.all(
      [person.cookie, other, cookie].map(
        async (held) =>
          (await service.app.inject({ url: '/v1/city', remoteAddress: elsewhere, headers: { cookie: held } }))
            .statusCode,
      ),
    );

    expect(changed.json<Account>()).toMatchObject({ id: person.account.id, name: 'thao' });
    expect(statuses).toEqual([401, 401, 200]);
    expect((await signIn(service, 'thao', goodPassword)).statusCode).toBe(401);
    expect((await signIn(service, 'thao', next)).statusCode).toBe(200);
    const { rows } = await service.store.pool.query<{ hash: string }>(
      `select password_hash as hash from accounts where name = 'thao'`,
    );
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$/);
  });

  test('stays where something is wrong, and the answer names the field', async ({ service }) => {
    const person = await personWith(service, 'steward', 'uyen-tran');
    const refused = async (current: string, wanted: string) => {
      const answer = await person.send('POST', '/v1/me/password', { current, next: wanted });
      const { code, place } = answer.json<{ code: string; place: string }>();
      return [answer.statusCode, code, place];
    };

    expect(await refused('a wrong password', next)).toEqual([400, 'BAD_REQUEST', 'current']);
    expect(await refused(goodPassword, 'too short')).toEqual([400, 'BAD_REQUEST', 'next']);
    expect(await refused(goodPassword, 'Uyen-Tran là tên tôi')).toEqual([400, 'BAD_REQUEST', 'next']);
    expect(await refused(goodPassword, goodPassword)).toEqual([400, 'BAD_REQUEST', 'next']);
    expect((await person.send('GET', '/v1/city')).statusCode).toBe(200);
    expect((await signIn(service, 'uyen-tran', goodPassword)).statusCode).toBe(200);
  });

  test('cannot be guessed from a browser that was left open, nor changed by a key or from elsewhere', async ({
    service,
  }) => {
    const person = await personWith(service, 'viewer', 'van');
    const guesses: number[] = [];
    for (let at = 0; at < 11; at += 1)
      guesses.push((await person.send('POST', '/v1/me/password', { current: `guess ${String(at)}`, next })).statusCode);
    const ask = async (headers: Record<string, string>) =>
      (
        await service.app.inject({
          method: 'POST',
          url: '/v1/me/password',
          headers,
          payload: { current: goodPassword, next },
        })
      ).statusCode;

    expect(guesses).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
    expect(await ask(bearer(adminKey))).toBe(401);
    expect(await ask({ cookie: person.cookie, 'sec-fetch-site': 'cross-site' })).toBe(403);
  });
});
