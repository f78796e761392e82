import { FlagtowerError } from '@flagtower/contracts';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';

const healthSchema = z.object({ status: z.literal('ok') });
const readinessSchema = z.object({ status: z.literal('ready'), store: z.literal('ok') });

/** Is the process alive, can it serve, and what does it count. */
export const healthRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  app.route({
    method: 'GET',
    url: '/healthz',
    schema: { tags: ['operations'], response: { 200: healthSchema } },
    handler: () => ({
      status: 'ok' as const,
    }),
  });

  app.route({
    method: 'GET',
    url: '/readyz',
    schema: { tags: ['operations'], response: { 200: readinessSchema } },
    handler: async () => {
      try {
        await service.store.pool.query('select 1');
      } catch (cause) {
        throw new FlagtowerError('STORE_UNAVAILABLE', 'the store does not answer', {
          remedy: 'it is tried again',
          cause,
        });
      }
      return { status: 'ready' as const, store: 'ok' as const };
    },
  });

  app.route({
    method: 'GET',
    url: '/metrics',
    schema: { tags: ['operations'] },
    handler: async (request, reply) => {
      service.access.demandRead(request.raw);
      return await reply.type(service.metrics.registry.contentType).send(await service.metrics.registry.metrics());
    },
  });
  done();
};
