import { accountSchema, type Account, type Role } from '@flagtower/contracts';
import { keyHash } from '@flagtower/store';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';

import { adminKey, bearer, type TestService } from './test-service.ts';

/** What a browser sends along with a request from a page of ours. */
export const fromOwnPage = { 'sec-fetch-site': 'same-origin' };
export const goodPassword = 'mười hai ký tự trở lên';
const elsewhere = '192.0.2.50';

/** A person with an account and a browser on another machine. */
export interface Person {
  readonly account: Account;
  readonly cookie: string;
  readonly send: (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    payload?: InjectOptions['payload'],
  ) => Promise<LightMyRequestResponse>;
}

/** Makes an account the way people get one: an administrator's link, then a form. */
export async function personWith(service: TestService, role: Role, name: string): Promise<Person> {
  const made = await service.app.inject({
    method: 'POST',
    url: '/v1/invitations',
    headers: bearer(adminKey),
    payload: { role },
  });
  const { path } = made.json<{ path: string }>();
  const accepted = await service.app.inject({
    method: 'POST',
    url: `/v1/invitations/${path.split('/').at(-1) ?? ''}`,
    headers: fromOwnPage,
    payload: { name, displayName: `Cán bộ ${name}`, password: goodPassword },
  });
  return personOf(service, accountSchema.parse(accepted.json()), cookieOf(accepted.headers['set-cookie']));
}

function personOf({ app }: TestService, account: Account, cookie: string): Person {
  return {
    account,
    cookie,
    send: (method, url, payload) =>
      app.inject({
        method,
        url,
        remoteAddress: elsewhere,
        headers: { ...fromOwnPage, cookie },
        ...(payload === undefined ? {} : { payload }),
      }),
  };
}

export function cookieOf(header: string | string[] | undefined): string {
  return ([header].flat()[0] ?? '').split(';', 1)[0] ?? '';
}

export function hashOfLink(path: string): Buffer {
  return keyHash(path.split('/').at(-1) ?? '');
}
