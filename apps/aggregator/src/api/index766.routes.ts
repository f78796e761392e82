import { FlagtowerError, index766AnswerSchema } from '@flagtower/contracts';
import { readIndex766 } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';

import { instantFrom } from '../questions/moment-text.ts';
import type { Service } from '../service.ts';
import { readCut } from './cut-query.ts';
import { periodQuerySchema } from './period-query.ts';

/** The index of Decision 766. */
export const index766Routes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { city, store, access, now } = service;
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
      access.demandRead(request.raw);
      const { unit = city.root, from, to, ...words } = request.query;
      if (!city.units.some(({ code }) => code === unit))
        throw new FlagtowerError('UNKNOWN_UNIT', `no unit ${unit}`, {
          place: 'unit',
          remedy: 'GET /v1/units lists them',
        });
      const { ledger, cut } = await readCut(service, words);
      return await readIndex766(
        { db: store.pool, city, ledger, now: now() },
        {
          unit,
          geography: cut.geography,
          from: instantFrom(from, ledger.zone, 'from'),
          to: instantFrom(to, ledger.zone, 'to'),
          at: cut.at,
          knownSeq: cut.knownSeq,
        },
      );
    },
  });
  done();
};
