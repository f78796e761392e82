import { formAnswerSchema } from '@flagtower/contracts';
import { readForm } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';

import type { Service } from '../service.ts';
import { periodQuerySchema, readPeriodQuery } from './period-query.ts';

/** The official report form. */
export const formRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  app.route({
    method: 'GET',
    url: '/v1/form',
    schema: {
      tags: ['figures'],
      summary: 'The official report form: 16 figures of a unit and of those below it, with its identity checked',
      querystring: periodQuerySchema,
      response: { 200: formAnswerSchema },
    },
    handler: async (request) => {
      service.access.demandRead(request.raw);
      const { reading, question } = await readPeriodQuery(service, request.query);
      return await readForm(reading, question);
    },
  });
  done();
};
