import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';

import type { Service } from '../service.ts';
import { open311Errors, typeOf } from './open311-answers.ts';

/** When what is served here changed last; a change of it is written down here. */
const changeset = '2026-11-24T00:00:00Z';

/** Where our GeoReport v2 is, as Open311's service discovery tells it. */
export const open311DiscoveryRoutes: FastifyPluginAsyncZod<{ service: Service }> = async (app, { service }) => {
  const { city, access } = service;
  await app.register(open311Errors);

  app.get(
    '/open311/discovery.json',
    { schema: { tags: ['open311'], summary: 'Where GeoReport v2 is' } },
    async (request, reply) => {
      access.demandRead(request.raw);
      const url = `${request.protocol}://${request.host}/open311/v2`;
      await reply.type(typeOf('json')).send(
        JSON.stringify({
          changeset,
          contact: city.names.vi,
          key_service: 'To read only. From another machine: authorization: Bearer and a key to read.',
          endpoints: [
            {
              specification: 'http://wiki.open311.org/GeoReport_v2',
              url,
              changeset,
              type: 'production',
              formats: ['application/json', 'text/xml'],
            },
          ],
        }),
      );
    },
  );
};
