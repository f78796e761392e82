import type { IncomingMessage } from 'node:http';

import cookie from '@fastify/cookie';
import { FlagtowerError, type Account } from '@flagtower/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';

import { cookieOf } from './cookie-of.ts';
import { sessionLife, type Sessions } from './sessions.ts';

/** Name of the cookie of who is signed in. */
export const sessionCookie = 'flagtower-session';

const people = new WeakMap<object, Account>();

/** Who sent a request, once the plugin has seen it; `null`: somebody without an account. */
export function signedInAccount(request: object): Account | null {
  return people.get(request) ?? null;
}

/** Who opens a stream: a handshake does not come by the plugin. */
export async function accountOfHandshake(handshake: IncomingMessage, sessions: Sessions): Promise<Account | null> {
  const token = cookieOf(handshake, sessionCookie);
  return token === null ? null : await sessions.accountOf(token);
}

/** Finds out who sends a request. A cookie alone changes nothing unless a page of ours sent it. */
export const signedIn = fp<{ sessions: Sessions }>(
  async (app: FastifyInstance, { sessions }) => {
    await app.register(cookie);
    app.addHook('onRequest', async (request) => {
      const token = request.cookies[sessionCookie];
      if (token === undefined) return;
      const account = await sessions.accountOf(token);
      if (account === null) return;
      if (request.method !== 'GET' && request.method !== 'HEAD') demandOwnPage(request);
      people.set(request.raw, account);
    });
  },
  { name: 'signed-in' },
);

/**
 * Browsers send a cookie along whoever asks; they also tell who asks, and no page can change what they tell.
 * @throws FlagtowerError `FORBIDDEN`
 */
export function demandOwnPage({ headers }: Pick<FastifyRequest, 'headers'>): void {
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin') return;
  const { origin, host } = headers;
  if (site === undefined && origin !== undefined && URL.canParse(origin) && new URL(origin).host === host) return;
  throw new FlagtowerError('FORBIDDEN', 'this was not asked by a page of this service', {
    place: 'origin',
    remedy: 'open the service’s own page and do it there',
  });
}

export function giveSession(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(sessionCookie, token, {
    ...cookieOptions(request),
    maxAge: sessionLife.absoluteMs / 1000,
  });
}

export function takeSession(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie, cookieOptions(request));
}

/** Behind a proxy that ends TLS we hear plain HTTP, and it says so. */
function cookieOptions({ protocol, headers }: FastifyRequest): object {
  const secure = protocol === 'https' || headers['x-forwarded-proto'] === 'https';
  return { path: '/', httpOnly: true, sameSite: 'strict', secure };
}
