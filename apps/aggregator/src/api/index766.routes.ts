import { index766AnswerSchema } from '@flagtower/contracts';
import { readIndex766 } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';

import type { Service } from '../service.ts';
import { periodQuerySchema, readPeriodQuery } from './period-query.ts';

/** The index of Decision 766. */
export const index766Routes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  app.route({
    method: 'GET',
    url: '/v1/index-766',
    schema: {
      tags: ['figures'],
      summary:
        'The index of Decision 766: points by group and item, the units below, and what would raise the score most',
      querystring: periodQuerySchema,
      response: { 200: index766AnswerSchema },
    },
    handler: async (request) => {
      service.access.demandRead(request.raw);
      const { reading, question } = await readPeriodQuery(service, request.query);
      return await readIndex766(reading, question);
    },
  });
  done();
};
