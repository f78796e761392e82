import { catalogueItemSchema } from '@flagtower/contracts';
import { readCatalogue } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';
import { cutAnswerSchema, cutQuerySchema, readCut } from './cut-query.ts';

/** Procedures and services as the sources told them, every validity; the adoption figures count these. */
export const catalogueRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  app.route({
    method: 'GET',
    url: '/v1/catalogue',
    schema: {
      tags: ['figures'],
      summary: 'Procedures and services, with their levels over time',
      querystring: cutQuerySchema.extend({ source: z.string().max(63).optional() }),
      response: {
        200: cutAnswerSchema.extend({
          items: z.array(z.object({ source: z.string(), item: catalogueItemSchema })),
        }),
      },
    },
    handler: async ({ raw, query: { source = null, ...words } }) => {
      service.access.demandRead(raw);
      const { ledger, cut, answer } = await readCut(service, words);
      const items = await readCatalogue(service.store.pool, {
        ledgerId: ledger.id,
        source,
        knownSeq: cut.knownSeq,
      });
      return { ...answer, items };
    },
  });
  done();
};
