import { accountSchema, FlagtowerError, passwordSchema } from '@flagtower/contracts';
import { accountNamed } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';
import { isPassword } from './passwords.ts';
import { signInThrottle } from './sign-in-throttle.ts';
import { demandOwnPage, giveSession, sessionCookie, takeSession } from './signed-in.ts';

const tags = ['accounts'];

/** In and out, and who one is. */
export const signInRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { store, access } = service;
  const throttle = signInThrottle();

  app.route({
    method: 'POST',
    url: '/v1/sign-in',
    schema: {
      tags,
      summary: 'Sign in; the answer brings a cookie that scripts cannot see',
      // Whatever was typed is an attempt: what a name or a password must look like is no secret, but it is no help either.
      body: z.strictObject({ name: z.string().max(200), password: z.string().max(passwordSchema.maxLength ?? 200) }),
      response: { 200: accountSchema },
    },
    handler: async (request, reply) => {
      demandOwnPage(request);
      const name = request.body.name.trim().toLowerCase();
      const succeeded = await throttle.attempt(name, request.ip);
      const held = await accountNamed(store.pool, name);
      const right = await isPassword(held?.passwordHash ?? null, request.body.password);
      if (held === null || !right || held.account.locked)
        throw new FlagtowerError('UNAUTHORISED', 'name and password do not belong to an account that is open', {
          remedy: 'try again, or ask an administrator for a link that sets a new password',
        });
      await succeeded();
      // A token that somebody planted before must not become a signed-in one: every sign-in has its own.
      const before = request.cookies[sessionCookie];
      if (before !== undefined) await access.sessions.end(before);
      giveSession(request, reply, await access.sessions.open(held.account));
      return held.account;
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/sign-out',
    schema: { tags, summary: 'Sign out', response: { 200: z.object({ account: z.null() }) } },
    handler: async (request, reply) => {
      const token = request.cookies[sessionCookie];
      if (token !== undefined) await access.sessions.end(token);
      takeSession(request, reply);
      return { account: null };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/me',
    schema: {
      tags,
      summary: 'Who is signed in; `null`: nobody',
      response: { 200: z.object({ account: accountSchema.nullable() }) },
    },
    handler: (request) => ({ account: access.accountOf(request.raw) }),
  });
  done();
};
