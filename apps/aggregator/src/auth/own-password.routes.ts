import { accountSchema, FlagtowerError, passwordSchema } from '@flagtower/contracts';
import { accountNamed, changePassword } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';
import { demandUnlikeName, isPassword, passwordHash } from './passwords.ts';
import { signInThrottle } from './sign-in-throttle.ts';
import { giveSession } from './signed-in.ts';

/** A signed-in person's own password. A browser that was left open is not enough: the current one is asked. */
export const ownPasswordRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { store, access } = service;
  const throttle = signInThrottle();

  app.route({
    method: 'POST',
    url: '/v1/me/password',
    schema: {
      tags: ['accounts'],
      summary: 'Change one’s own password; every other session of the account ends',
      // Whatever was typed as the current one is an attempt, also what no password could be.
      body: z.strictObject({ current: z.string().max(passwordSchema.maxLength ?? 200), next: passwordSchema }),
      response: { 200: accountSchema },
    },
    handler: async (request, reply) => {
      const { name, id } = access.demandPerson(request.raw, 'viewer');
      const { current, next } = request.body;
      demandUnlikeName(next, name, 'next');
      const succeeded = await throttle.attempt(name, request.ip);
      const held = (await accountNamed(store.pool, name))?.passwordHash ?? null;
      if (!(await isPassword(held, current)) || held === null)
        throw new FlagtowerError('BAD_REQUEST', 'this is not the current password', {
          place: 'current',
          remedy: 'type the password that you signed in with, or ask an administrator for a link that sets a new one',
        });
      await succeeded();
      if (await isPassword(held, next))
        throw new FlagtowerError('BAD_REQUEST', 'the new password is the current one', {
          place: 'next',
          remedy: 'choose another one',
        });
      const account = await changePassword(store.pool, id, held, await passwordHash(next));
      giveSession(request, reply, await access.sessions.open(account));
      return account;
    },
  });
  done();
};
