import { FlagtowerError } from '@flagtower/contracts';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { readCookie, type Access } from './access.ts';

/** Turns the read key into a cookie that scripts cannot see; a wall in another room is opened with it once. */
export const sessionRoutes: FastifyPluginCallbackZod<{ access: Access }> = (app, { access }, done) => {
  app.route({
    method: 'POST',
    url: '/v1/session',
    schema: {
      tags: ['operations'],
      summary: 'Let this browser read',
      body: z.object({ key: z.string().max(200) }),
      response: { 200: z.object({ reads: z.literal(true) }) },
    },
    handler: async (request, reply) => {
      if (!access.isReadKey(request.body.key))
        throw new FlagtowerError('FORBIDDEN', 'this key does not read', {
          remedy: 'it is in keys/read.key of the data folder',
        });
      const secure = request.protocol === 'https' ? '; Secure' : '';
      await reply
        .header(
          'set-cookie',
          `${readCookie}=${request.body.key}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000${secure}`,
        )
        .send({ reads: true });
    },
  });
  done();
};
